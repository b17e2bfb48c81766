// Loaded by the Node that runs the tests, and by every process that a test starts from it: finds `@shared/…` in the
// source, as the bundler does in the built program.
import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const shared = pathToFileURL(path.resolve(import.meta.dirname, '../../shared')).href;

registerHooks({
  resolve: (specifier, context, next) => next(specifier.startsWith('@shared/') ? specifier.replace('@shared', shared) : specifier, context),
});
