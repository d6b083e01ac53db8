import { type Json, object, string } from '../data/json.ts';
import { useSandbox } from '../data/sandbox.ts';
import { plainText } from '../text/text-object.tsx';
import type { BlockProps } from './block-props.ts';

const isOurs = (url: string) => {
  if (url.startsWith('data:image/')) return true;
  try {
    return new URL(url, window.location.href).origin === window.location.origin;
  } catch {
    return false;
  }
};

/** A picture of our own origin; the page asks no other site for anything, so others are described. */
export function Picture({ image, small = false }: { image: Json; small?: boolean }) {
  const { words } = useSandbox();
  const url = string(image, 'image_url');
  const alt = string(image, 'alt_text');
  if (isOurs(url)) return <img className={small ? 'picture small' : 'picture'} src={url} alt={alt} />;
  return (
    <span className={small ? 'picture-elsewhere small' : 'picture-elsewhere'} title={words.imageElsewhere}>
      {alt || words.image}
    </span>
  );
}

export function ImageBlock({ block }: BlockProps) {
  const title = object(block, 'title');
  return (
    <figure className="image-block">
      {title && <figcaption>{plainText(title)}</figcaption>}
      <Picture image={block} />
    </figure>
  );
}
