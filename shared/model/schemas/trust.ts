import { z } from 'zod';
import type { Floor, TrustFloor } from '../trust.ts';

const version = z.int().min(0);
const role = z.object({ version, keys: z.array(z.string().max(250)).max(1_000) });

export const floorSchema = z.object({
  root: version,
  timestamp: role,
  snapshot: role,
  targets: role,
  issued: z.string().max(40),
}) satisfies z.ZodType<Floor>;

export const trustFloorSchema = floorSchema.extend({ id: z.string().min(1).max(250) }) satisfies z.ZodType<TrustFloor>;
