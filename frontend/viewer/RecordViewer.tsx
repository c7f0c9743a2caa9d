type RecordViewerProps = { mediaType: string; title: string; bytes: Uint8Array };

export function RecordViewer({ bytes }: RecordViewerProps) {
  return (
    <pre tabIndex={0} className="overflow-auto text-small">
      {new TextDecoder().decode(bytes)}
    </pre>
  );
}
