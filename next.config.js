import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/server/i18n.ts')

/** Addresses that people kept from before, by where what they named is now. */
const MOVED = {
  '/corrections/report': '/corrections/request',
  '/corrections/reports/:secret': '/corrections/requests/:secret',
  '/corrections-desk/numbers/:rest*': '/corrections-desk/statistics/:rest*',
  '/articles/:id/overlay': '/articles/:id/claim-import',
}

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: [
    '@node-rs/argon2',
    'pg',
    '@prisma/client',
    'pino',
    '@mozilla/readability',
    'tinypool',
    'unpdf',
  ],
  // `npm test` checks the types, so a start need not.
  typescript: { ignoreBuildErrors: true },
  redirects: async () =>
    Object.entries(MOVED).map(([source, destination]) => ({ source, destination, permanent: true })),
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
}

export default withNextIntl(config)
