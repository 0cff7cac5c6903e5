// An identity provider over TLS for tests. Its settings come as JSON in the first argument; it says «ready» when it
// listens. Whoever knows how they are called is let in: passwords are not what is tried here.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const given = JSON.parse(process.argv[2]);
const found = createRequire(join(given.packages, 'package.json')).resolve('oidc-provider');
const { Provider } = await import(pathToFileURL(found).href);

const provider = new Provider(given.issuer, {
  clients: [{
    client_id: given.client, client_secret: given.secret, redirect_uris: [given.back],
    post_logout_redirect_uris: [given.left],
  }],
  claims: { openid: ['sub'], profile: ['preferred_username', 'name'] },
  conformIdTokenClaims: !given.told_in_token,
  cookies: { keys: ['of the tests'] },
  pkce: { required: () => true },
  findAccount: (ctx, id) => ({
    accountId: id, claims: () => ({ sub: id, preferred_username: id, name: 'Иванова Анна Петровна' }),
  }),
  loadExistingGrant: async (ctx) => {
    const grant = new ctx.oidc.provider.Grant({
      clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId,
    });
    grant.addOIDCScope('openid profile');
    await grant.save();
    return grant;
  },
});

createServer({ key: readFileSync(given.key), cert: readFileSync(given.certificate) }, provider.callback())
  .listen(given.port, '127.0.0.1', () => console.log('ready'));
