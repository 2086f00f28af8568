-- Stack Guidance in Neovim 0.7 and newer, without plugins: save as ~/.config/nvim/plugin/stack-guidance.lua
-- It starts `stack-guidance` of the PATH: npm install -g stack-guidance

local config = {
  name = 'stack_guidance',
  cmd = { 'stack-guidance', 'lsp', '--stdio' },
  filetypes = {
    'json', 'jsonc', 'yaml', 'yaml.docker-compose', 'yaml.gitlab', 'yaml.ghaction', 'yaml.helm-values', 'helm', 'gotmpl',
    'terraform', 'terraform-vars', 'opentofu', 'tf', 'hcl', 'dockerfile', 'toml', 'gomod', 'requirements', 'text', 'cfg',
    'dosini', 'groovy', 'kotlin', 'xml', 'swift', 'markdown',
  },
  root_markers = { '.stack-guidance.yaml', '.git' },
  init_options = { settings = { locale = 'auto' } }, -- or 'en', 'fr'
  on_attach = function(_, buffer)
    vim.bo[buffer].omnifunc = 'v:lua.vim.lsp.omnifunc' -- Ctrl-X Ctrl-O
    vim.keymap.set('n', 'K', vim.lsp.buf.hover, { buffer = buffer })
    vim.keymap.set('n', 'gra', vim.lsp.buf.code_action, { buffer = buffer })
  end,
}

if vim.fn.has('nvim-0.11') == 1 then
  vim.lsp.config(config.name, config)
  vim.lsp.enable(config.name)
  return
end

-- Before 0.11 Neovim leaves it to us to start one server for each root.
local clients = {}

local function root_of(file)
  local folder = vim.fn.fnamemodify(file, ':p:h')
  local configuration = vim.fn.findfile('.stack-guidance.yaml', folder .. ';')
  local repository = vim.fn.finddir('.git', folder .. ';')
  if configuration ~= '' then return vim.fn.fnamemodify(configuration, ':p:h') end
  return repository ~= '' and vim.fn.fnamemodify(repository, ':p:h:h') or folder
end

vim.api.nvim_create_autocmd('FileType', {
  pattern = config.filetypes,
  callback = function(event)
    local root = root_of(event.file)
    local running = clients[root] and vim.lsp.get_client_by_id(clients[root])
    if not running then
      clients[root] = vim.lsp.start_client(vim.tbl_extend('force', config, { root_dir = root }))
    end
    if clients[root] then vim.lsp.buf_attach_client(event.buf, clients[root]) end
  end,
})
