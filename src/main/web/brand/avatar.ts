import { ApiError, type Problem } from '../common/api';
import { refusal } from '../common/files';
import { t as files } from '../common/i18n/files';

/** Sends a picture; the result is its id. Throws an error with a sentence for the user. */
export async function upload(file: File): Promise<string> {
  const response = await fetch(`/api/v1/brand-settings/avatars?name=${encodeURIComponent(file.name)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream' },
    body: file,
  });
  const answer = (await response.json().catch(() => undefined)) as unknown;
  if (response.ok) return (answer as { id: string }).id;
  const failure = new ApiError(response.status, files('failed'), answer as Problem);
  throw new ApiError(response.status, refusal(failure) ?? files('failed'));
}
