-- What a user does in Neovim with the documented configuration, and sees: run by neovim.test.ts, which says where the
-- configuration is and where what was seen goes.
local seen = {}

local function wait(what, isDone)
  if not vim.wait(20000, isDone, 20) then seen.missing = what end
end

local function floating()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then return window end
  end
end

local function press(keys) vim.api.nvim_feedkeys(keys, 'mx', false) end

local function steps()
  vim.cmd('filetype on')
  vim.cmd('source ' .. vim.env.CONFIGURATION)
  vim.cmd('edit package.json')
  wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
  seen.diagnostics = vim.tbl_map(function(one)
    return { line = one.lnum, column = one.col, code = one.code, severity = one.severity, message = one.message }
  end, vim.diagnostic.get(0))

  vim.api.nvim_win_set_cursor(0, { 3, 6 })
  press('K')
  wait('hover', floating)
  seen.hover = table.concat(vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(floating()), 0, -1, false), '\n')
  vim.api.nvim_win_close(floating(), true)

  vim.ui.select = function(items, options, choose)
    seen.actions = vim.tbl_map(options.format_item or tostring, items)
    for index, title in ipairs(seen.actions) do
      if title:find('Replace with pg', 1, true) then return choose(items[index], index) end
    end
    choose(nil)
  end
  press('gra')
  wait('replacement', function() return vim.fn.getline(3):find('"pg"', 1, true) end)
  wait('no diagnostics', function() return #vim.diagnostic.get(0) == 0 end)
  seen.text = vim.api.nvim_buf_get_lines(0, 0, -1, false)

  vim.api.nvim_buf_set_lines(0, 3, 3, false, { '    "fas' })
  vim.api.nvim_win_set_cursor(0, { 4, 7 })
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  params.position.character = 8
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, 20000) or {}
  for _, answer in pairs(answers) do
    local items = answer.result and (answer.result.items or answer.result) or {}
    seen.completions = vim.tbl_map(function(item) return item.label end, items)
  end
end

local worked, message = pcall(steps)
if not worked then seen.error = message end
vim.fn.writefile({ vim.fn.json_encode(seen) }, vim.env.SEEN)
vim.cmd('qall!')
