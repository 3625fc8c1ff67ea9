import { useState } from 'react';
import { TriangleAlert, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useLibrary } from '../state/library';
import { IconButton } from '../ui/controls';
import './notices.css';

/** What the library itself has to say: a file that was brought back, a folder that cannot be written. */
export function Notices() {
  const { t } = useTranslation();
  const notices = useLibrary((state) => state.notices);
  const [hidden, setHidden] = useState(0);
  const shown = notices.slice(hidden);
  if (shown.length === 0) return null;
  return (
    <div className="notices" role="alert">
      <TriangleAlert size={16} strokeWidth={1.75} aria-hidden />
      <ul>
        {shown.slice(0, 5).map((notice, i) => (
          <li key={i}>{notice.message}</li>
        ))}
        {shown.length > 5 && <li>+ {shown.length - 5}</li>}
      </ul>
      <IconButton small label={t('status.dismiss')} onClick={() => setHidden(notices.length)}>
        <X size={14} aria-hidden />
      </IconButton>
    </div>
  );
}
