-- Shared by both renderers, after everything else: what the one stylesheet and the one Typst
-- design need and neither engine's own markup gives.

local typst = FORMAT:match("typst") ~= nil
local word = FORMAT:match("docx") ~= nil

-- A number column is marked by class `num`, which CSS reads and Typst can't.
local function align(cell)
  if cell.classes:includes("num") then
    cell.alignment = "AlignRight"
  end
end

local function embolden(cell)
  cell.contents = cell.contents:walk({
    Plain = function(line)
      return #line.content > 0 and pandoc.Plain({ pandoc.Strong(line.content) }) or nil
    end,
  })
end

local function lay_out(rows, in_head)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      align(cell)
      if in_head or cell.attributes["quarto-table-cell-role"] == "th" then
        embolden(cell)
      end
      if in_head and typst then
        cell.attributes["typst:fill"] = "pale" -- a colour that the Typst design defines
      end
    end
  end
end

-- In a register of actions (wres/tables/actions_layout.py) the words of a cell get the paragraph style
-- of what they are, by which wres/render/word colours the cell: "State On Track", "Row Group".
local function word_style(row, cell, whole)
  if whole then
    return "Table Text Small"
  elseif row.classes:includes("group") then
    embolden(cell)
    return "Row Group"
  end
  for _, class in ipairs(cell.classes) do
    local state = class:match("^state%-(.+)$")
    if state then
      return "State " .. state:gsub("%-", " "):gsub("%f[%a]%a", string.upper)
    end
  end
  return cell.attributes["quarto-table-cell-role"] == "th" and "Row Heading" or nil
end

-- Only a paragraph takes a style: pandoc gives bare words one of its own.
local function as_paragraphs(blocks)
  return blocks:map(function(block)
    return block.t == "Plain" and pandoc.Para(block.content) or block
  end)
end

local function style_cells(rows, whole)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      local style = word_style(row, cell, whole)
      if style then
        cell.contents = { pandoc.Div(as_paragraphs(cell.contents), pandoc.Attr("", {}, { ["custom-style"] = style })) }
      end
    end
  end
end

local function word_register(tbl)
  lay_out(tbl.head.rows, true)
  for _, body in ipairs(tbl.bodies) do
    style_cells(body.head)
    style_cells(body.body)
  end
  return tbl
end

-- How wide, how broken over pages: wres/render/word sees to that in the finished document.
local function word_table(tbl)
  if tbl.classes:includes("register") then
    return word_register(tbl)
  end
  lay_out(tbl.head.rows, true)
  for _, body in ipairs(tbl.bodies) do
    lay_out(body.head, true)
    lay_out(body.body, false)
    if tbl.classes:includes("whole") then
      style_cells(body.body, true)
    end
  end
  return tbl
end

local PAGE_BREAK = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

local function word_div(div)
  if div.classes:includes("new-page") then
    return pandoc.RawBlock("openxml", PAGE_BREAK)
  end
  if div.classes:includes("note") then
    div.attributes["custom-style"] = "Note"
    return div
  end
end

-- A register of actions (wres/tables/actions_layout.py): long texts under headings that span it.
-- The headings are repeated with the header where a group goes on over a page, which pandoc's own
-- tables can't do; the colours of states are the Typst design's.
local COLUMN = { points = 466, character = 4.1 } -- of the text's width, and of its letters
local CAPITAL = 0.25 -- how much wider a capital is than a letter
local TALLEST = 44 -- lines; a row of more must be let break, or it would run off the page
-- A register of so many columns lies on pages turned on their side, which are wider and lower
-- (wres/render/word/landscape.py does so in Word).
local MARK = "#landscape-mark"
local LANDSCAPE = { columns = 7, points = 717, tallest = 26 }
-- Of a register whose words would not all fit (wres/actions/room.py).
local SMALL = "#[#show table: set text(size: 7.2pt)"
local LONG_WORD = 24
local PADDING, INDENT = 10.5, 9 -- points beside a text, and before a list
local LETTER = 4.6

local registers = 0

local function typst_content(opening, blocks, closing)
  local out = pandoc.Blocks({ pandoc.RawBlock("typst", opening) })
  out:extend(blocks)
  out:insert(pandoc.RawBlock("typst", closing))
  return out
end

-- A word that its column does not hold (an address, a row of letters) may break anywhere.
local function breakable_words(blocks, longest)
  return blocks:walk({
    Str = function(word)
      if utf8.len(word.text) and utf8.len(word.text) > (longest or LONG_WORD) then
        local letters = {}
        for _, code in utf8.codes(word.text) do
          table.insert(letters, utf8.char(code))
        end
        return pandoc.Str(table.concat(letters, "\u{200b}"))
      end
    end,
  })
end

-- So may an address after its dots and slashes, in the narrow columns of any table.
local ADDRESS = 12

local function breakable_addresses(blocks)
  return blocks:walk({
    Str = function(word)
      if (utf8.len(word.text) or 0) > ADDRESS then
        return pandoc.Str((word.text:gsub("(%a[./])(%a)", "%1\u{200b}%2")))
      end
    end,
  })
end

local function lines_of(cell, points)
  local lines = 0
  local per_line = math.max(points / COLUMN.character, 4)
  local function count(inlines)
    local text = pandoc.utils.stringify(inlines)
    local _, capitals = text:gsub("%u", "")
    lines = lines + math.ceil(((utf8.len(text) or 0) + capitals * CAPITAL) / per_line)
    inlines:walk({ LineBreak = function() lines = lines + 1 end })
  end
  cell.contents:walk({
    Plain = function(line) count(line.content) end,
    Para = function(line) count(line.content) lines = lines + 1 end,
  })
  return lines
end

-- How many letters of a word a column holds.
local function letters_of(cell, points, size)
  local listed = cell.contents:find_if(function(block) return block.t == "BulletList" end)
  return math.max(math.floor((points - PADDING - (listed and INDENT or 0)) / (LETTER * size)), 1)
end

local function typst_cell(cell, tall, longest)
  local options = {}
  for _, class in ipairs(cell.classes) do
    local state = class:match("^state%-(.+)$")
    if state then
      table.insert(options, ('fill: state-fill("%s")'):format(state))
    end
  end
  if tall then
    table.insert(options, "breakable: true")
  end
  local opening = ("table.cell(%s)["):format(table.concat(options, ", "))
  return typst_content(opening, breakable_words(cell.contents, longest), "],")
end

local function typst_heading(cell, columns, key)
  embolden(cell)
  local opening = ("table.header(level: 2, table.cell(colspan: %d, fill: group-fill)["):format(columns)
  return typst_content(opening, breakable_words(cell.contents), ('#continued("%s")]),'):format(key))
end

local function typst_register(tbl)
  registers = registers + 1
  local turned = #tbl.colspecs >= LANDSCAPE.columns
  local points = turned and LANDSCAPE.points or COLUMN.points
  local small = tbl.classes:includes("small")
  local size = small and 0.8 or 1
  local tallest = (turned and LANDSCAPE.tallest or TALLEST) / size
  local widths, shares, whole = {}, {}, 0
  for place, spec in ipairs(tbl.colspecs) do
    shares[place] = spec[2] or 1 / #tbl.colspecs
    whole = whole + shares[place]
  end
  for place, share in ipairs(shares) do
    shares[place] = share / whole -- rounded, they may be more than all
    table.insert(widths, ("%.2f%%"):format(shares[place] * 100))
  end
  local out = pandoc.Blocks({
    pandoc.RawBlock("typst", ("#table(columns: (%s,), table.header("):format(table.concat(widths, ", "))),
  })
  for place, cell in ipairs(tbl.head.rows[1].cells) do
    embolden(cell)
    local heading = breakable_words(cell.contents, letters_of(cell, shares[place] * points, size))
    out:extend(typst_content("table.cell(fill: pale)[", heading, "],"))
  end
  out:insert(pandoc.RawBlock("typst", "),"))
  for number, body in ipairs(tbl.bodies) do
    local rows = pandoc.List(body.head):clone()
    rows:extend(body.body)
    for _, row in ipairs(rows) do
      if row.classes:includes("group") then
        local key = ("register-%d-%d"):format(registers, number)
        out:extend(typst_heading(row.cells[1], #shares, key))
      else
        local tall = false
        for place, cell in ipairs(row.cells) do
          tall = tall or lines_of(cell, shares[place] * points / size) > tallest
        end
        for place, cell in ipairs(row.cells) do
          out:extend(typst_cell(cell, tall, letters_of(cell, shares[place] * points, size)))
        end
      end
    end
  end
  out:insert(pandoc.RawBlock("typst", ")"))
  if small then
    out:insert(1, pandoc.RawBlock("typst", SMALL))
    out:insert(pandoc.RawBlock("typst", "]"))
  end
  if turned then
    out:insert(1, pandoc.RawBlock("typst", MARK))
  end
  return out
end

-- The performance summary (wres/tables/cards.py): whole on a page, if a page can hold it.
local function typst_whole(tbl)
  return { pandoc.RawBlock("typst", "#whole["), tbl, pandoc.RawBlock("typst", "]") }
end

-- A register on turned pages takes the heading above it along, if few lines are between; else its
-- figure alone lies on them (assets/typst-template.typ).
local FEW_LETTERS = 1200
local TURN = "#set page(flipped: %s)"

local function says_raw(block, text)
  local found = false
  local function look(raw)
    found = found or raw.text:find(text, 1, true) ~= nil
  end
  pandoc.Blocks({ block }):walk({ RawBlock = look, RawInline = look })
  return found
end

local function find_raw(blocks, from, text)
  for place = from, #blocks do
    if says_raw(blocks[place], text) then
      return place
    end
  end
end

-- A figure ends with its label: in the block of its kind, or, by Quarto, in one of those after it.
local function end_of_table(blocks, from)
  local kind = find_raw(blocks, from, 'kind: "quarto-float-tbl"')
  return kind and find_raw(blocks, kind, "<tbl-")
end

local function heading_above(blocks, place)
  local letters = 0
  for above = place - 1, 1, -1 do
    local block = blocks[above]
    if block.t == "Header" and block.level == 1 then
      return above
    elseif block.t ~= "Para" and block.t ~= "Plain" and block.t ~= "RawBlock" and block.t ~= "Header" then
      return nil
    end
    letters = letters + #pandoc.utils.stringify(block)
    if letters > FEW_LETTERS then
      return nil
    end
  end
end

local function without_mark(blocks)
  return blocks:walk({
    RawBlock = function(raw)
      return raw.text == MARK and {} or nil
    end,
  })
end

-- Quarto's scaffolds hold passages, and figures, which stay as they are.
local function flat(blocks)
  local out = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    local is_passage = block.t == "Div" and block.classes:includes("quarto-scaffold") and not says_raw(block, MARK)
    out:extend(is_passage and flat(block.content) or { block })
  end
  return out
end

local function turn_pages(doc)
  local blocks = flat(doc.blocks)
  local first = find_raw(blocks, 1, MARK)
  while first do
    local last = end_of_table(blocks, first)
    local above = last and heading_above(blocks, first)
    if above then
      local out = pandoc.Blocks({ table.unpack(blocks, 1, above - 1) })
      local contents = pandoc.utils.stringify(doc.meta.contents or "first")
      if #out == 0 and contents == "none" then
        doc.meta["turned"] = true
      else
        out:insert(pandoc.RawBlock("typst", TURN:format("true")))
      end
      out:extend(without_mark(pandoc.Blocks({ table.unpack(blocks, above, last) })))
      out:insert(pandoc.RawBlock("typst", TURN:format("false")))
      out:extend({ table.unpack(blocks, last + 1) })
      blocks = out
      first = find_raw(blocks, above, MARK)
    else
      first = find_raw(blocks, first + 1, MARK)
    end
  end
  doc.blocks = blocks
  return doc
end

-- What stays together over the end of a page: a heading, one sentence and the table that it names;
-- a short section that ends the document, and the last lines before it.
local ONE_SENTENCE = 300 -- letters
local HANGING = "#[#set par(hanging-indent: hang)"
local LAST_ITEMS = 3

local function letters_in(blocks, from)
  return utf8.len(pandoc.utils.stringify(pandoc.Blocks({ table.unpack(blocks, from) }))) or 0
end

-- The places of a sentence's first and last block, where it is all that stands below a heading.
local function sentence_below(blocks, heading)
  local first = heading + 1
  local hangs = first <= #blocks and blocks[first].t == "RawBlock" and blocks[first].text == HANGING
  local text = blocks[hangs and first + 1 or first]
  if text and text.t == "Para" and (utf8.len(pandoc.utils.stringify(text)) or 0) <= ONE_SENTENCE then
    return first, hangs and first + 2 or first
  end
end

local function is_table_at(blocks, place)
  local closing = blocks[place] and says_raw(blocks[place], "#figure(") and find_raw(blocks, place, 'kind: "quarto-float-')
  return closing and says_raw(blocks[closing], 'kind: "quarto-float-tbl"')
end

local function sticky(blocks)
  return typst_content("#block(sticky: true, breakable: false)[", blocks, "]")
end

-- The last items of a list may go over the page without the others.
local function taken_along(block)
  if block.t == "Para" and letters_in({ block }, 1) <= 2 * ONE_SENTENCE then
    return sticky({ block })
  elseif block.t ~= "DefinitionList" and block.t ~= "BulletList" then
    return { block }
  end
  local items, last = block.content:clone(), pandoc.List({})
  while #items > 0 and #last < LAST_ITEMS do
    last:insert(1, items:remove())
  end
  local build = block.t == "BulletList" and pandoc.BulletList or pandoc.DefinitionList
  local out = pandoc.Blocks(#items > 0 and { build(items) } or {})
  out:extend(sticky({ build(last) }))
  return out
end

local function keep_together(doc)
  local blocks, out, place = flat(doc.blocks), pandoc.Blocks({}), 1
  local ending = #blocks
  while ending > 1 and blocks[ending].t ~= "Header" do
    ending = ending - 1
  end
  while place <= #blocks do
    local block, first, last = blocks[place], nil, nil
    if block.t == "Header" then
      first, last = sentence_below(blocks, place)
    end
    if first and is_table_at(blocks, last + 1) then
      out:insert(block)
      out:extend(sticky({ table.unpack(blocks, first, last) }))
      place = last
    elseif place == ending - 1 and letters_in(blocks, ending) <= ONE_SENTENCE then
      out:extend(taken_along(block))
    else
      out:insert(block)
    end
    place = place + 1
  end
  doc.blocks = out
  return doc
end

local function typst_table(tbl)
  if tbl.classes:includes("register") then
    return typst_register(tbl)
  end
  lay_out(tbl.head.rows, true)
  for _, body in ipairs(tbl.bodies) do
    lay_out(body.body, false)
    for _, row in ipairs(body.body) do
      for _, cell in ipairs(row.cells) do
        cell.contents = breakable_addresses(cell.contents)
      end
    end
  end
  tbl.classes:insert("typst:no-figure") -- it stands in a figure of its own already
  if tbl.classes:includes("whole") then
    return typst_whole(tbl)
  end
  return { pandoc.RawBlock("typst", "#short["), tbl, pandoc.RawBlock("typst", "]") }
end

-- Quarto wraps every cell and chapter in a block, which swallows the space above a heading.
local EMBEDDED = "quarto-embed-nb-cell"
local WRAPPERS = { "cell", "cell-output", EMBEDDED }

local function typst_div(div)
  for _, class in ipairs(WRAPPERS) do
    if div.classes:includes(class) then
      return div.content
    end
  end
  if div.classes:includes("new-page") then
    return pandoc.RawBlock("typst", "#new-page()")
  end
  if div.classes:includes("note") then
    local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", "#note[") })
    blocks:extend(div.content)
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  end
end

-- A chart holds itself drawn once more for phones (wres/charts/figure.py): they get that one. There
-- is one image still, with one alternative text.
local NARROW = '<metadata id="narrow">([%w+/=]+)</metadata>'
-- Up to this width of the window the words of a wide chart would be less than 11 pixels high.
local PHONE = "(max-width: 32rem)"

local function html_image(image)
  local read, _, picture = pcall(pandoc.mediabag.fetch, image.src)
  local narrow = read and picture and picture:match(NARROW)
  if not narrow then
    return nil
  end
  pandoc.mediabag.insert(image.src, "image/svg+xml", (picture:gsub(NARROW, "", 1)))
  local source = '<source media="%s" srcset="data:image/svg+xml;base64,%s">'
  return {
    pandoc.RawInline("html", "<picture>" .. source:format(PHONE, narrow)),
    image,
    pandoc.RawInline("html", "</picture>"),
  }
end

-- HTML knows the style of an ordered list, not its brackets: `a)` and `(a)` are styles of ours.
local BRACKETS = { OneParen = "paren", TwoParens = "bracket" }

local function html_marks(list)
  local brackets = BRACKETS[list.delimiter]
  local style = list.style:gsub("(%l)(%u)", "%1-%2"):lower()
  if brackets and style ~= "default-style" then
    return pandoc.Div(list, pandoc.Attr("", { brackets .. "-" .. style }))
  end
end

-- A table that is wider than a phone scrolls by itself, so a keyboard must be able to reach it.
local ROLES = { fig = "group", tbl = "region" }

local function html_div(div)
  if div.classes:includes(EMBEDDED) then
    return div.content -- contents list no heading that is in a block
  end
  for _, trace in ipairs({ "notebook", "notebook-title", "notebook-cellId" }) do
    div.attributes[trace] = nil -- Quarto's: among them a path of the machine that rendered
  end
  local caption = div.attributes["aria-describedby"] or ""
  local role = ROLES[caption:match("^(%a+)%-")]
  if role then
    div.attributes["aria-describedby"] = nil
    div.attributes["aria-labelledby"] = caption
    div.attributes["role"] = role
    if role == ROLES.tbl then
      div.attributes["tabindex"] = "0"
      div.classes:insert("scroll")
    end
  end
  return div
end

-- A document that a trust describes (board_paper.yml) may leave sections out: what would lead to
-- them is text. One that it has must be there, so these alone are passed over.
local function targets(absent)
  local gone = {}
  for _, id in ipairs(absent or {}) do
    gone["#" .. pandoc.utils.stringify(id)] = true
  end
  return gone
end

local function unlink(gone)
  return function(link)
    return gone[link.target] and link.content or nil
  end
end

-- A sentence that says no more than what stands elsewhere is left out with the section that it names:
-- `[[Methods](#sec-methods) say how.]{.pointer}`.
local UNSAID = "<!-- -->"

local function drop_pointers(gone)
  return function(span)
    if not span.classes:includes("pointer") then
      return nil
    end
    local leads_nowhere = false
    span.content:walk({
      Link = function(link)
        leads_nowhere = leads_nowhere or gone[link.target]
      end,
    })
    return leads_nowhere and pandoc.RawInline("html", UNSAID) or span.content
  end
end

-- Where the contents stand that come after a cover sheet: the Typst design lays them out, Word's
-- are moved there (wres/render/word/contents.py), a page's are listed below, once all is numbered.
local function place_contents(div)
  if not div.classes:includes("contents") then
    return nil
  elseif typst then
    return pandoc.RawBlock("typst", "#pagebreak(weak: true)\n#contents()")
  elseif word then
    local mark = pandoc.Para({ pandoc.Str("Contents") })
    return pandoc.Div(mark, pandoc.Attr("", {}, { ["custom-style"] = "Contents Place" }))
  end
end

-- Numbers before headings (1, 1.1) or before paragraphs (1.1, 1.2), as board papers have them. What
-- is in tables, captions, lists and notes has none, nor has anything under an unnumbered heading.
local function numbered(inlines, number, gap)
  local said = pandoc.Inlines({ pandoc.Span({ pandoc.Str(number) }, pandoc.Attr("", { "number" })), gap })
  said:extend(inlines)
  return said
end

-- The number of a paragraph hangs beside its text, and a list that follows stands below the text.
local function hung(paragraph, number)
  if typst then
    local mark = pandoc.RawInline("typst", ('#hanging-number("%s") '):format(number))
    paragraph.content:insert(1, mark)
    local opening = pandoc.RawBlock("typst", HANGING)
    return { opening, paragraph, pandoc.RawBlock("typst", "]") }
  end
  local gap = word and pandoc.RawInline("openxml", "<w:r><w:tab/></w:r>") or pandoc.Space()
  paragraph.content = numbered(paragraph.content, number, gap)
  local style = word and { ["custom-style"] = "Numbered Paragraph" } or {}
  return { pandoc.Div(paragraph, pandoc.Attr("", { "numbered" }, style)) }
end

local LISTS = { BulletList = true, OrderedList = true, DefinitionList = true }

local function below_text(list)
  if typst then
    return { pandoc.RawBlock("typst", "#pad(left: hang)["), list, pandoc.RawBlock("typst", "]") }
  end
  return { pandoc.Div(list, pandoc.Attr("", { "below-numbered" })) }
end

local function top_level(blocks)
  local top
  blocks:walk({
    Header = function(heading)
      top = math.min(top or heading.level, heading.level)
    end,
  })
  return top or 1
end

-- A page lists what comes after its cover sheet, in place of the contents beside its title
-- (assets/template.html).
local function html_contents(doc)
  local _, place = doc.blocks:find_if(function(block)
    return block.t == "Div" and block.classes:includes("contents")
  end)
  if not place then
    return nil
  end
  local following = pandoc.Blocks({ table.unpack(doc.blocks, place + 1) })
  local list = pandoc.structure.table_of_contents(following, PANDOC_WRITER_OPTIONS)
  local title = pandoc.Header(top_level(doc.blocks), "Contents", pandoc.Attr("contents", { "contents" }))
  local opening = pandoc.RawBlock("html", '<nav aria-label="Contents">')
  local before = pandoc.Blocks({ table.unpack(doc.blocks, 1, place - 1) })
  before:extend({ title, opening, list, pandoc.RawBlock("html", "</nav>") })
  before:extend(following)
  doc.blocks = before
  doc.meta["contents-in-page"] = true
  return doc
end

local UNNUMBERED = { note = true, float = true, signed = true, contents = true }

local function is_text(div)
  local id = div.identifier
  return not (
    id:match("^fig%-") or id:match("^tbl%-") or div.classes:find_if(function(class) return UNNUMBERED[class] end)
    or div.attributes["custom-style"]
  )
end

local function says(paragraph)
  return pandoc.utils.stringify(paragraph):find("%S") ~= nil
end

-- A line in bold that stands for a heading has no number, and stays with what it heads.
local function is_label(paragraph)
  return #paragraph.content == 1 and paragraph.content[1].t == "Strong"
end

local function number_blocks(blocks, state)
  local out = pandoc.Blocks({})
  for _, block in ipairs(blocks) do
    local counts = state.each and not state.unnumbered and state.counts[1]
    if block.t == "Header" then
      local depth = block.level - state.top + 1
      if depth == 1 then
        state.unnumbered = block.classes:includes("unnumbered")
      end
      if not state.unnumbered and depth <= state.depth then
        for deeper = depth + 1, #state.counts do
          state.counts[deeper] = 0
        end
        state.counts[depth] = (state.counts[depth] or 0) + 1
        state.paragraphs = 0
        local said = table.concat(state.counts, ".", 1, depth)
        block.content = numbered(block.content, said, pandoc.Space())
      end
      out:insert(block)
    elseif block.t == "Div" and is_text(block) then
      block.content = number_blocks(block.content, state)
      out:insert(block)
    elseif counts and block.t == "Para" and says(block) and not is_label(block) then
      state.paragraphs = state.paragraphs + 1
      out:extend(hung(block, counts .. "." .. state.paragraphs))
    elseif counts and state.paragraphs > 0 and LISTS[block.t] then
      out:extend(below_text(block))
    else
      out:insert(block)
    end
  end
  return out
end

local function number(doc)
  local how = pandoc.utils.stringify(doc.meta["paper-numbering"] or "none")
  if how ~= "none" then
    local each = how == "paragraphs"
    local state = { top = top_level(doc.blocks), depth = each and 1 or 2, counts = {}, paragraphs = 0, each = each }
    doc.blocks = number_blocks(doc.blocks, state)
  end
  return doc
end

local function keep_label(paragraph)
  if not is_label(paragraph) then
    return nil
  elseif typst then
    return { pandoc.RawBlock("typst", "#block(sticky: true)["), paragraph, pandoc.RawBlock("typst", "]") }
  elseif word then
    return pandoc.Div(paragraph, pandoc.Attr("", {}, { ["custom-style"] = "Label" }))
  end
end

local function describe(doc)
  local gone = targets(doc.meta.absent)
  return doc:walk({ Span = drop_pointers(gone) }):walk({ Link = unlink(gone), Div = place_contents })
end

-- A value that says nothing is a comment (wres/chapters/engine.py), since Quarto prints the code of
-- an empty one. A paragraph of nothing else is none.
local BLANK = { Space = true, SoftBreak = true }

local function is_unsaid(inline)
  return inline.t == "RawInline" and inline.text == UNSAID
end

local function drop_unsaid(line)
  if not line.content:find_if(is_unsaid) then
    return nil
  end
  local said = pandoc.Inlines({})
  for _, inline in ipairs(line.content) do
    local blank = BLANK[inline.t]
    if not is_unsaid(inline) and not (blank and (#said == 0 or BLANK[said[#said].t])) then
      said:insert(inline)
    end
  end
  if #said > 0 and BLANK[said[#said].t] then
    said:remove()
  end
  line.content = said
  return #said > 0 and line or {}
end

-- A figure from elsewhere tells its readers where from: `[18.4%]{source="Census 2021"}`.
local function tell_source(span)
  local source = span.attributes.source
  if not source or not source:find("%S") then
    return nil
  end
  local told = span.content:clone()
  told:insert(pandoc.Space())
  told:extend(pandoc.Inlines("(source: " .. source .. ")"))
  return told
end

-- A fictional trust is marked so, whatever else marks the report.
local FICTIONAL = "FICTIONAL: an invented trust, not real figures"

local function mark(meta)
  local marking = pandoc.utils.stringify(meta.marking or "")
  if meta.fictional == true and not marking:upper():find("FICTIONAL", 1, true) then
    marking = marking == "" and FICTIONAL or marking .. ". " .. FICTIONAL
    meta.marking = pandoc.MetaInlines({ pandoc.Str(marking) })
  end
  return meta
end

-- Typst would set an ellipsis, a minus or a soft hyphen for what was typed as dots and hyphens
-- (`...`, `-1`, `-?`), and pandoc escapes none of them.
local function as_typed(word)
  local escaped, rest = pandoc.Inlines({}), word.text
  while true do
    local place = rest:find("%.%.%.") or #rest + 1
    place = math.min(place, rest:find("%-[%d?]") or place, rest:find("%-$") or place)
    if place > #rest then
      break
    end
    if place > 1 then
      escaped:insert(pandoc.Str(rest:sub(1, place - 1)))
    end
    escaped:insert(pandoc.RawInline("typst", "\\" .. rest:sub(place, place)))
    rest = rest:sub(place + 1)
  end
  if #escaped > 0 and rest ~= "" then
    escaped:insert(pandoc.Str(rest))
  end
  return #escaped > 0 and escaped or nil
end

-- No heading skips a level, which PDF/UA forbids: one that was typed deeper stands one level below
-- what it comes under, and so do the others of its own level there.
local function close_levels(doc)
  local top, above = top_level(doc.blocks), {}
  return doc:walk({
    Header = function(heading)
      while #above > 0 and above[#above] >= heading.level do
        table.remove(above)
      end
      table.insert(above, heading.level)
      heading.level = top + #above - 1
      return heading
    end,
  })
end

-- A term stays with its meaning: in one paragraph of two lines or more, none stands alone on a page.
-- pandoc puts a meaning into a block of its own, which may begin a page.
local function with_meaning(item)
  local term, meanings = item[1], item[2]
  local meaning = #meanings == 1 and #meanings[1] == 1 and meanings[1][1]
  if not meaning or (meaning.t ~= "Plain" and meaning.t ~= "Para") then
    return nil
  end
  local line = pandoc.Inlines({ pandoc.RawInline("typst", "terms.item([") })
  line:extend(term)
  line:insert(pandoc.RawInline("typst", "], ["))
  line:extend(meaning.content)
  line:insert(pandoc.RawInline("typst", "]),"))
  return pandoc.Plain(line)
end

local function typst_terms(list)
  local out = pandoc.Blocks({ pandoc.RawBlock("typst", "#terms(tight: false,") })
  for _, item in ipairs(list.content) do
    local line = with_meaning(item)
    if not line then
      return nil
    end
    out:insert(line)
  end
  out:insert(pandoc.RawBlock("typst", ")"))
  return out
end

local said = { Para = drop_unsaid, Plain = drop_unsaid, Span = tell_source }
local document = {
  Pandoc = function(doc)
    return describe(close_levels(doc))
  end,
}
local numbers = { Pandoc = number }
local labels = { Para = keep_label }
if typst then
  return { { Meta = mark }, document, said, numbers, labels, { Div = typst_div }, { Pandoc = keep_together }, { DefinitionList = typst_terms }, { Table = typst_table }, { Pandoc = turn_pages }, { Str = as_typed } }
end
if word then
  return { { Meta = mark }, document, said, numbers, labels, { Div = word_div }, { Table = word_table } }
end
local page = { { Image = html_image }, { OrderedList = html_marks }, { Div = html_div }, { Pandoc = html_contents } }
return { { Meta = mark }, document, said, numbers, table.unpack(page) }
