import { useRef, type ReactNode } from 'react';
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
  const popup = useRef<HTMLDivElement>(null);
  const firstField = () => popup.current?.querySelector<HTMLElement>('input, textarea') ?? true;
  return (
    <Base.Root open onOpenChange={(open) => !open && onClose()}>
      <Base.Portal>
        <Base.Backdrop className="backdrop" />
        <Base.Popup ref={popup} className="dialog" initialFocus={firstField}>
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
