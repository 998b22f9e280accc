import clsx from 'clsx';
import type {ComponentProps} from 'react';
import styles from './blanks.module.css';

interface Props extends ComponentProps<'button'> {
  kind?: 'primary' | 'secondary' | 'danger';
}

/** A button that a finger finds. */
export function Button({kind = 'secondary', className, ...props}: Props) {
  return (
    <button
      type="button"
      {...props}
      className={clsx(
        'button',
        `button--${kind}`,
        styles.press,
        kind === 'danger' && styles.danger,
        className,
      )}
    />
  );
}
