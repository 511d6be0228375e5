export interface IconProps {
  /** Pixels. */
  readonly size?: number;
}

function Glyph({ d, size = 16 }: IconProps & { readonly d: string }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={d} />
    </svg>
  );
}

export const WatchlistIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M1.5 8c1.8-3 4-4.3 6.5-4.3S12.7 5 14.5 8c-1.8 3-4 4.3-6.5 4.3S3.3 11 1.5 8ZM8 9.7a1.7 1.7 0 1 0 0-3.4 1.7 1.7 0 0 0 0 3.4Z"
  />
);
export const OverviewIcon = (props: IconProps) => <Glyph {...props} d="M2 2v12h12M5 11V8.5M8.5 11V5M12 11V7" />;
export const OrdersIcon = (props: IconProps) => <Glyph {...props} d="M3.5 1.8h9v12.4h-9zM6 5h4M6 8h4M6 11h2.5" />;
export const CasesIcon = (props: IconProps) => (
  <Glyph {...props} d="M1.8 4.5h12.400v9H1.800zM5.500 4.500V2.500h5v2M1.800 8.500h12.400M8 7.500v2" />
);
export const MeasuresIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M2 3.500l1.200 1.200L5.500 2.500M2 8.500l1.200 1.200 2.300-2.200M2 13.500l1.200 1.200 2.300-2.200M8 4h6M8 9h6M8 13.500h6"
  />
);
export const PapersIcon = (props: IconProps) => (
  <Glyph {...props} d="M3 1.800h7l3 3v9.400H3zM10 1.800v3h3M5.500 8h5M5.500 11h5M5.500 5h2" />
);
export const UnitsIcon = (props: IconProps) => (
  <Glyph {...props} d="M6 2h4v3.5H6zM1.8 10.5h4V14h-4zM10.2 10.5h4V14h-4zM8 5.5V8M3.8 10.5V8h8.4v2.5" />
);
export const RulesIcon = (props: IconProps) => (
  <Glyph {...props} d="M8 2v12M4.5 14h7M2.5 4.5h11M2.5 4.5 1 9.5h3zM13.5 4.5 12 9.5h3z" />
);
export const DataIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M2.5 4c0-1.2 2.5-2 5.5-2s5.5.8 5.5 2-2.5 2-5.5 2-5.5-.8-5.5-2ZM2.5 4v8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2V4M2.5 8c0 1.2 2.5 2 5.5 2s5.5-.8 5.5-2"
  />
);
export const SearchIcon = (props: IconProps) => (
  <Glyph {...props} d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14" />
);
export const ClockIcon = (props: IconProps) => (
  <Glyph {...props} d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 4.8V8l2.3 1.6" />
);
export const PersonIcon = (props: IconProps) => (
  <Glyph {...props} d="M8 7.5a2.7 2.7 0 1 0 0-5.4 2.7 2.7 0 0 0 0 5.4ZM2.5 14c.6-3 2.7-4.3 5.5-4.3s4.9 1.3 5.5 4.3" />
);
export const CloseIcon = (props: IconProps) => <Glyph {...props} d="m3.5 3.5 9 9M12.5 3.5l-9 9" />;
export const CollapseIcon = (props: IconProps) => <Glyph {...props} d="M9.5 3.5 5 8l4.5 4.5" />;
export const ExpandIcon = (props: IconProps) => <Glyph {...props} d="M6.5 3.5 11 8l-4.5 4.5" />;
export const CaretIcon = (props: IconProps) => <Glyph {...props} d="m4 6 4 4 4-4" />;
export const OpenIcon = (props: IconProps) => <Glyph {...props} d="M9.5 2.5h4v4M13.5 2.5 7.5 8.5M11.5 9.5v4h-9v-9h4" />;
export const BackIcon = (props: IconProps) => <Glyph {...props} d="M7 3.5 2.5 8 7 12.5M2.5 8h11" />;
export const HourglassIcon = (props: IconProps) => (
  <Glyph {...props} d="M4 2h8M4 14h8M5 2c0 3.5 2.4 4.2 3 6-.6 1.8-3 2.5-3 6M11 2c0 3.5-2.4 4.2-3 6 .6 1.8 3 2.5 3 6" />
);

export const PeopleIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M6 7.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM1.5 13.5c.4-2.7 2-4 4.5-4s4.1 1.3 4.500 4M11 3a2.200 2.200 0 0 1 0 4.3M12.300 9.700c1.300.5 2 1.700 2.200 3.800"
  />
);

export const AuditIcon = (props: IconProps) => (
  <Glyph
    {...props}
    d="M8 1.500 13.500 3.500v4c0 3.300-2.200 5.700-5.500 7-3.300-1.300-5.500-3.700-5.500-7v-4L8 1.500ZM5.500 7.800l1.800 1.800 3.200-3.400"
  />
);

export const SystemIcon = (props: IconProps) => (
  <Glyph {...props} d="M2 2.500h12v4H2v-4ZM2 9.500h12v4H2v-4ZM4.500 4.500h.01M4.500 11.500h.01M7 4.500h4M7 11.500h4" />
);
export const WatchRulesIcon = (props: IconProps) => <Glyph {...props} d="M2 3h12l-4.5 5.5V13L6.5 14V8.5L2 3Z" />;
export const DigestIcon = (props: IconProps) => <Glyph {...props} d="M2 3.5h12v9H2zM2 4l6 5 6-5" />;
