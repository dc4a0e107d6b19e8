-- What Quarto does and plain pandoc does not: numbered figures and tables, and references to them.
-- Used by the embedded renderer only. Floats arrive as fenced divs of class "float"
-- (wres/render/cells.py writes them); everything else that Quarto would treat is refused.

local NAMES = { fig = "Figure", tbl = "Table" }
local typst = FORMAT:match("typst") ~= nil
local word = FORMAT:match("docx") ~= nil

local numbers = {} -- label -> its number, in order of appearance
local counts = { fig = 0, tbl = 0 }
local identifiers = {} -- every id that a link may lead to
local problems = {}

local function complain(message)
  table.insert(problems, message)
end

local function kind_of(label)
  return label:match("^(%a+)%-")
end

local function display(label)
  return NAMES[kind_of(label)] .. "\u{a0}" .. numbers[label]
end

local function typst_string(text)
  return '"' .. text:gsub("\\", "\\\\"):gsub('"', '\\"'):gsub("%s+", " ") .. '"'
end

-- Before all: passages that the report's facts hide, with all that they refer to.

local function flag(meta, path)
  local value = meta
  for key in path:gmatch("[^.]+") do
    value = type(value) == "table" and value[key]
  end
  if type(value) ~= "boolean" then
    complain("the condition " .. path .. " is no true or false among the report's facts")
  end
  return value
end

local function resolve_conditions(meta)
  return function(div)
    local shows, hides = div.classes:includes("content-visible"), div.classes:includes("content-hidden")
    if not shows and not hides then
      return nil
    end
    local when, unless = div.attributes["when-meta"], div.attributes["unless-meta"]
    if (when == nil) == (unless == nil) or #div.attributes ~= 1 then
      complain("a passage is shown or hidden by one of when-meta and unless-meta")
      return {}
    end
    local holds = flag(meta, when or unless) == (when ~= nil)
    return holds == shows and div.content or {}
  end
end

-- First pass: numbers and identifiers, so that references may point forward.

local function count_float(div)
  if not div.classes:includes("float") then
    return
  end
  local kind = kind_of(div.identifier)
  counts[kind] = counts[kind] + 1
  numbers[div.identifier] = counts[kind]
end

local function note_identifier(element)
  local id = element.identifier
  if id ~= "" and identifiers[id] then
    complain("the identifier #" .. id .. " stands twice")
  end
  identifiers[id] = true
end

-- Second pass: floats.

local function typst_float(label, body, caption)
  local kind = kind_of(label)
  local place = kind == "fig" and "bottom" or "top"
  local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", "#figure([") })
  blocks:extend(body)
  local closing = pandoc.Inlines({
    pandoc.RawInline("typst", "], caption: figure.caption(position: " .. place .. ", ["),
  })
  closing:extend(caption)
  closing:insert(pandoc.RawInline("typst", ('\n]), kind: "quarto-float-%s", supplement: "%s")<%s>\n'):format(
    kind, NAMES[kind], label)))
  blocks:insert(pandoc.Plain(closing))
  return blocks
end

local function numbered_caption(label, caption)
  local numbered = pandoc.Inlines({ pandoc.Str(display(label) .. ": ") })
  numbered:extend(caption)
  return numbered
end

-- As assets/quarto-word.lua has Quarto lay it out: by names of paragraph styles.
local function word_float(label, body, caption)
  local kind = kind_of(label)
  local style = kind == "fig" and "Image Caption" or "Table Caption"
  local line = pandoc.Blocks({
    pandoc.Div(pandoc.Para(numbered_caption(label, caption)), pandoc.Attr("", {}, { ["custom-style"] = style })),
  })
  return pandoc.Blocks({ pandoc.Div(kind == "fig" and body .. line or line .. body, pandoc.Attr(label)) })
end

local function html_float(label, body, caption)
  local kind = kind_of(label)
  local numbered = numbered_caption(label, caption)
  local opening = ('<figcaption id="%s-caption">'):format(label)
  local line = pandoc.Blocks({
    pandoc.RawBlock("html", opening),
    pandoc.Plain(numbered),
    pandoc.RawBlock("html", "</figcaption>"),
  })
  local parts = pandoc.Blocks({ pandoc.RawBlock("html", ('<figure id="%s" class="float-%s">'):format(label, kind)) })
  parts:extend(kind == "fig" and body .. line or line .. body)
  parts:insert(pandoc.RawBlock("html", "</figure>"))
  return parts
end

local function described(label, block)
  return pandoc.Blocks({ pandoc.Div(block, pandoc.Attr("", {}, { ["aria-describedby"] = label .. "-caption" })) })
end

-- Word shows no SVG everywhere: its picture is the one in points, that lies beside.
local function word_picture(source, alt)
  local points = source:gsub("%.svg$", ".png")
  if not pcall(pandoc.mediabag.fetch, points) then
    complain(source .. " has no picture in points (PNG), which Word needs")
  end
  local shown = pandoc.Para({ pandoc.Image({ pandoc.Str(alt) }, points) })
  return pandoc.Blocks({ pandoc.Div(shown, pandoc.Attr("", {}, { ["custom-style"] = "Captioned Figure" })) })
end

local function picture(div)
  local source, alt = div.attributes.src, div.attributes.alt
  if word then
    return word_picture(source, alt)
  end
  if typst then
    local call = ("#image(%s, alt: %s)"):format(typst_string(source), typst_string(alt))
    return pandoc.Blocks({ pandoc.RawBlock("typst", call) })
  end
  return described(div.identifier, pandoc.Plain({ pandoc.Image({ pandoc.Str(alt) }, source) }))
end

local function data_table(div)
  local raw = div.content[1]
  if typst or word then
    -- pandoc forgets which cells of a body were headings: say it in an attribute, as Quarto does
    local marked = raw.text:gsub("<th([%s>])", '<td data-quarto-table-cell-role="th"%1'):gsub("</th>", "</td>")
    return pandoc.read(marked, "html").blocks
  end
  return described(div.identifier, raw)
end

local function make_float(div)
  if not div.classes:includes("float") then
    return nil
  end
  local caption = div.content[#div.content].content
  local body = kind_of(div.identifier) == "fig" and picture(div) or data_table(div)
  local build = typst and typst_float or word and word_float or html_float
  return build(div.identifier, body, caption), false
end

-- Third pass: references and everything that must not reach a reader.

local function reference(citation)
  local label = citation.id
  if not numbers[label] then
    complain("unknown reference @" .. label)
    return pandoc.Str("@" .. label)
  end
  if typst then
    return pandoc.RawInline("typst", ("#ref(<%s>, supplement: [%s])"):format(label, NAMES[kind_of(label)]))
  end
  return pandoc.Link(display(label), "#" .. label, "", pandoc.Attr("", { "quarto-xref" }))
end

local function make_reference(cite)
  local parts = pandoc.Inlines({})
  for _, citation in ipairs(cite.citations) do
    if #citation.prefix + #citation.suffix > 0 or citation.mode == "SuppressAuthor" then
      complain("a reference holds nothing but its label: " .. pandoc.utils.stringify(cite))
    end
    if #parts > 0 then
      parts:insert(pandoc.Str(", "))
    end
    parts:insert(reference(citation))
  end
  return parts
end

local absent = {} -- headings that the document leaves out: assets/report.lua makes text of what leads there

local function note_absent(meta)
  for _, id in ipairs(meta.absent or {}) do
    absent[pandoc.utils.stringify(id)] = true
  end
end

local function check_link(link)
  local target = link.target:match("^#(.+)$")
  if target and not identifiers[target] and not numbers[target] and not absent[target] then
    complain("unknown link target #" .. target)
  end
end

local function refuse_raw(element)
  if element.format ~= "typst" and not (element.format == "html" and element.text:match("^<!%-%-")) then
    complain("raw " .. element.format .. " is not rendered in every format: " .. element.text:sub(1, 60))
  end
end

local function refuse_image(image)
  complain("an image outside a labelled figure: " .. image.src)
end

-- Quarto gives a meaning to many classes (callouts, columns, panels); the design knows these few.
local CLASSES = { note = true, contents = true, signed = true, ["new-page"] = true }

local function check_div(div)
  if div.classes:includes("float") then
    return div, false -- its own raw table is no author's raw HTML: don't look inside
  end
  for _, class in ipairs(div.classes) do
    if not CLASSES[class] then
      complain("a block of class " .. class .. " is not rendered here")
    end
  end
end

function Pandoc(doc)
  note_absent(doc.meta)
  doc = doc:walk({ Div = resolve_conditions(doc.meta) })
  doc:walk({ Div = count_float, Header = note_identifier, Span = note_identifier })
  for label in pairs(numbers) do
    identifiers[label] = true
  end
  doc:walk({
    traverse = "topdown",
    Div = check_div,
    RawBlock = refuse_raw,
    RawInline = refuse_raw,
    Image = refuse_image,
    Link = check_link,
    Math = function(math)
      complain("a formula: " .. math.text)
    end,
  })
  doc = doc:walk({ Cite = make_reference })
  doc = doc:walk({ traverse = "topdown", Div = make_float })
  if #problems > 0 then
    io.stderr:write(table.concat(problems, "\n"), "\n")
    os.exit(65)
  end
  return doc
end
