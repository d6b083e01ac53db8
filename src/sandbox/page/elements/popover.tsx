import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useLayoutEffect,
  useRef,
} from 'react';

interface Props {
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  className?: string;
  children: ReactNode;
}

const gap = 4;

/** Puts the layer under its anchor, or above it where there is more room; never outside the window. */
function place(layer: HTMLElement, anchor: HTMLElement) {
  const at = anchor.getBoundingClientRect();
  const below = window.innerHeight - at.bottom - gap * 2;
  const above = at.top - gap * 2;
  const upwards = below < Math.min(layer.scrollHeight, 260) && above > below;
  layer.style.minWidth = `${Math.min(at.width, window.innerWidth - gap * 2)}px`;
  layer.style.maxHeight = `${Math.min(320, upwards ? above : below)}px`;
  const left = Math.max(gap, Math.min(at.left, window.innerWidth - layer.offsetWidth - gap));
  layer.style.left = `${left}px`;
  layer.style.top = upwards ? `${at.top - gap - layer.offsetHeight}px` : `${at.bottom + gap}px`;
}

/** A layer over everything, for menus and lists; it follows its anchor and closes on a press elsewhere. */
export function Popover({ anchor, onClose, className = '', children }: Props) {
  const layer = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    if (layer.current && anchor.current) place(layer.current, anchor.current);
  });

  useEffect(() => {
    const follow = (event: Event) => {
      if (event.target instanceof Node && layer.current?.contains(event.target)) return;
      if (layer.current && anchor.current) place(layer.current, anchor.current);
    };
    const press = (event: PointerEvent) => {
      if (!(event.target instanceof Node)) return;
      if (layer.current?.contains(event.target) || anchor.current?.contains(event.target)) return;
      onClose();
    };
    document.addEventListener('scroll', follow, true);
    window.addEventListener('resize', follow);
    document.addEventListener('pointerdown', press, true);
    return () => {
      document.removeEventListener('scroll', follow, true);
      window.removeEventListener('resize', follow);
      document.removeEventListener('pointerdown', press, true);
    };
  }, [anchor, onClose]);

  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' && event.key !== 'Tab') return;
    if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
    }
    anchor.current?.focus();
    onClose();
  };

  return (
    <div ref={layer} className={`popover ${className}`} onKeyDown={closeOnEscape}>
      {children}
    </div>
  );
}
