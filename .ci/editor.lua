-- Neovim as a user has it: opens a post, is told what is found, types, applies a fix, saves. Run by .ci/check-editors.
local command, post = vim.env.POSTLINT, vim.env.POST
local function fail(message)
  io.stdout:write('neovim: ' .. message .. '\n')
  vim.cmd('cquit 1')
end
local function has(code)
  for _, one in ipairs(vim.diagnostic.get(0)) do
    if one.code == code then return one end
  end
end
local function wait(message, condition)
  if not vim.wait(90000, condition, 10) then fail(message) end
end

vim.cmd('edit ' .. post)
local client = vim.lsp.start_client({ name = 'postlint', cmd = { command, 'server' }, root_dir = vim.env.ROOT })
vim.lsp.buf_attach_client(0, client)
wait('the server does not start', function() return #vim.lsp.get_active_clients() > 0 end)
wait('what stands in the post is not told', function() return has('identity/commented-author') end)
if has('acknowledgment/sentence') then fail('something is told that does not stand there') end

-- Typed, not saved.
vim.api.nvim_buf_set_lines(0, -1, -1, false, { '', 'We thank Ada Example for her help.' })
wait('what is typed is not told', function() return has('acknowledgment/sentence') end)
local thanks = has('acknowledgment/sentence')
if vim.api.nvim_buf_get_lines(0, thanks.lnum, thanks.lnum + 1, false)[1]:sub(thanks.col + 1, thanks.end_col) ~= 'thank' then
  fail('the place is another: ' .. vim.inspect(thanks))
end

local function ask(method, params)
  local answers = vim.lsp.buf_request_sync(0, method, params, 20000)
  return answers and answers[client] and answers[client].result
end
local document = vim.lsp.util.make_text_document_params()
local hover = ask('textDocument/hover', { textDocument = document, position = { line = thanks.lnum, character = thanks.col } })
if not hover or not hover.contents.value:find('Ada Example', 1, true) then fail('hover tells nothing') end

-- The quick fix of the first finding, as vim.lsp.buf.code_action() would apply it.
local commented = has('identity/commented-author')
local position = { line = commented.lnum, character = commented.col }
local actions = ask('textDocument/codeAction', {
  textDocument = document, range = { start = position, ['end'] = position }, context = { diagnostics = {} },
})
local applied = false
for _, action in ipairs(actions or {}) do
  if action.isPreferred then
    vim.lsp.util.apply_workspace_edit(action.edit, 'utf-16')
    applied = true
    break
  end
end
if not applied then fail('no fix is offered') end
wait('what is fixed is still told', function() return not has('identity/commented-author') end)

vim.api.nvim_buf_set_lines(0, -2, -1, false, {})
wait('what is taken back is still told', function() return not has('acknowledgment/sentence') end)
vim.cmd('write')
local saved = table.concat(vim.fn.readfile(post), '\n')
if saved:find('Ada', 1, true) then fail('the name is still in the file') end
wait('the server is gone after saving', function() return not vim.lsp.client_is_stopped(client) end)
io.stdout:write('neovim: open, type, hover, fix, save\n')
vim.cmd('qall!')
