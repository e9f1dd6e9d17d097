import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./services/i18n.ts')

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'pg', '@prisma/client', 'pino', '@mozilla/readability'],
  experimental: { serverActions: { bodySizeLimit: '8mb' } },
}

export default withNextIntl(config)
