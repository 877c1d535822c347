/** @type {import("next").NextConfig} */
export default {
  reactStrictMode: true,
  poweredByHeader: false,
  images: { unoptimized: true },
  // `npm test` checks types over the whole project; the build of a user's first start need not do it again.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ["pino"],
};
