import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./app/server/i18n.ts')

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
  ],
  // `npm test` checks the types, so a start need not.
  typescript: { ignoreBuildErrors: true },
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
}

export default withNextIntl(config)
