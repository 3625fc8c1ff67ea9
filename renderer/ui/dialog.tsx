import type { ReactNode } from 'react';
import { X } from 'lucide-react';
import { Dialog as Base } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { IconButton } from './controls';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  footer?: ReactNode;
}

/** A dialog over the window. Escape, the cross and a click beside it close it. */
export function Dialog({ title, onClose, children, footer }: DialogProps) {
  const { t } = useTranslation();
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup className="dialog">
          <header>
            <Base.Title>{title}</Base.Title>
            <Base.Close render={<IconButton small label={t('close')} />}>
              <X size={15} aria-hidden />
            </Base.Close>
          </header>
          <div className="body scroll">{children}</div>
          {footer !== undefined && <footer>{footer}</footer>}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
