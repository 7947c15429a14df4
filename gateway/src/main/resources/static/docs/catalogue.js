// The services' documents in one list; "Authorize" signs in at the identity provider with a code and its proof (PKCE).
window.onload = () => {
  const ui = SwaggerUIBundle({
    urls: [
      { name: 'company · 公司', url: '/api/company/v3/api-docs' },
      { name: 'fund · 返还基金', url: '/api/fund/v3/api-docs' },
      { name: 'partner · 合伙人', url: '/api/partner/v3/api-docs' },
    ],
    dom_id: '#swagger-ui',
    deepLinking: true,
    presets: [SwaggerUIBundle.presets.apis, SwaggerUIStandalonePreset],
    layout: 'StandaloneLayout',
    validatorUrl: null,
    oauth2RedirectUrl: `${window.location.origin}/webjars/swagger-ui/oauth2-redirect.html`,
  });
  ui.initOAuth({
    clientId: 'linli-console',
    scopes: 'openid profile',
    usePkceWithAuthorizationCodeGrant: true,
  });
};
