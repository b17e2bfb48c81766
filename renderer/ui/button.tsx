import type { ButtonHTMLAttributes } from 'react';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The one main action of a screen. */
  readonly main?: boolean;
}

export function Button({ main = false, className = '', type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={`button ${main ? 'button-main' : ''} ${className}`} {...rest} />;
}
