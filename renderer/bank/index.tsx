import './bank.css';
import type { Route } from '../route.ts';
import { BankPage } from './bank-page.tsx';
import { Banks } from './banks.tsx';

/** 局 → 题库管理: `#/bank` lists the banks, `#/bank/<id>/<tab>/…` is one of them. */
export default function BankScreens({ route }: { readonly route: Route }) {
  const [id, ...rest] = route;
  return id === undefined ? <Banks /> : <BankPage key={id} id={id} route={rest} />;
}
