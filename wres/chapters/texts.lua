-- What a text of board_paper.yml may hold: paragraphs, headings, lists, emphasis, links to the web.
-- All else is printed as it was typed.

local markdown = FORMAT:match("^markdown") ~= nil

-- A report shows no picture from a file: what was typed for one stands as it was typed.
local function typed_picture(image)
  local said = pandoc.Inlines({ pandoc.Str("![") })
  said:extend(image.caption)
  local title = image.title ~= "" and ' "' .. image.title .. '"' or ""
  said:insert(pandoc.Str("](" .. image.src .. title .. ")"))
  return said
end

-- Lines of code begin as lists and headings do: in markdown, no mark in them is left to read. The
-- fence around fences (wres/chapters/typed_blocks.py) was not typed.
local AROUND = ("~"):rep(71)

local function lines(text)
  local said = pandoc.Inlines({})
  for line in (text .. "\n"):gmatch("(.-)\r?\n") do
    if line:match("^%s*(.-)%s*$") ~= AROUND then
      if #said > 0 then
        said:insert(pandoc.LineBreak())
      end
      said:insert(markdown and pandoc.RawInline("markdown", (line:gsub("%p", "\\%0"))) or pandoc.Str(line))
    end
  end
  return said
end

-- What pandoc writes as it is, and would read as markup of the report: a reference (`@`), a block
-- or a meaning (`:` before all else), the attributes of a heading (`{`).
local REFERENCE, BLOCK, ATTRIBUTES = "@", "^%s*:", "{"

local function typed(inlines, mark)
  local said = pandoc.Inlines({})
  for _, inline in ipairs(inlines) do
    local _, place = (inline.t == "Str" and inline.text or ""):find(mark)
    while place do
      local text = inline.text
      said:insert(pandoc.Str(text:sub(1, place - 1)))
      said:insert(pandoc.RawInline("markdown", "\\" .. text:sub(place, place)))
      inline = pandoc.Str(text:sub(place + 1))
      place = inline.text:find(mark)
    end
    said:insert(inline)
  end
  return said
end

local function typed_marks(inlines)
  return typed(typed(inlines, BLOCK), REFERENCE)
end

-- A box to tick is a symbol: in a document nobody can tick it. The space after it is not a common
-- one, by which pandoc would know it again and make an input of it.
local function boxes(line)
  local first, second, third = line.content[1], line.content[2], line.content[3]
  local function is(inline, text)
    return inline and inline.t == "Str" and inline.text == text
  end
  if is(first, "[") and second and second.t == "Space" and is(third, "]") then
    for _ = 1, 3 do
      line.content:remove(1)
    end
    line.content[1] = pandoc.Str("\u{2610}\u{a0}")
  elseif is(first, "[x]") or is(first, "[X]") then
    line.content:remove(1)
    line.content[1] = pandoc.Str("\u{2611}\u{a0}")
  end
  return line
end

-- A blank line that sets a list apart from the sentence before it does not set its entries apart:
-- entries of one paragraph each, and of lists within, stand close together however they were typed.
local function is_close(blocks)
  for place, block in ipairs(blocks) do
    local list = block.t == "BulletList" or block.t == "OrderedList"
    if place > 1 and not list then
      return false
    end
  end
  return true
end

local function close_up(list)
  for _, blocks in ipairs(list.content) do
    if not is_close(blocks) then
      return nil
    end
  end
  for _, blocks in ipairs(list.content) do
    if blocks[1] and blocks[1].t == "Para" then
      blocks[1] = pandoc.Plain(blocks[1].content)
    end
  end
  return list
end

return {
  {
    RawBlock = function(block) return pandoc.Para(lines(block.text)) end,
    RawInline = function(inline) return pandoc.Str(inline.text) end,
    CodeBlock = function(block) return pandoc.Para(lines(block.text)) end,
    Code = function(code) return pandoc.Str("`" .. code.text .. "`") end,
    Image = typed_picture,
    Link = function(link)
      if link.target:match("^https?://") or link.target:match("^mailto:") then
        return pandoc.Link(link.content, link.target)
      end
      return link.content
    end,
  },
  {
    Header = function(heading)
      return pandoc.Header(math.max(heading.level, 2), markdown and typed(heading.content, ATTRIBUTES) or heading.content)
    end,
    Plain = boxes,
    Para = boxes,
  },
  { BulletList = close_up, OrderedList = close_up },
  markdown and { Inlines = typed_marks } or {},
}
