-- Word by Quarto: its own layout puts each figure and table into a table of one cell, drops the
-- alternative text and takes the SVG, which Word does not show everywhere. This lays them out as
-- assets/embedded.lua does: caption and picture in paragraph styles, the table as it is.

local NAMES = { fig = "Figure", tbl = "Table" }

local pictures -- label -> the chapter's picture in points

local function read_pictures()
  pictures = {}
  for _, name in ipairs(pandoc.system.list_directory("notebooks")) do
    if name:match("%.ipynb$") then
      local file = assert(io.open(pandoc.path.join({ "notebooks", name }), "rb"))
      local notebook = pandoc.json.decode(file:read("a"), false)
      file:close()
      for _, cell in ipairs(notebook.cells) do
        local source = type(cell.source) == "table" and table.concat(cell.source) or cell.source
        local label = source:match("#| label: (fig%-[%w_-]+)")
        local output = label and cell.outputs and cell.outputs[1]
        local picture = output and output.data and output.data["image/png"]
        if picture then
          pictures[label] = type(picture) == "table" and table.concat(picture) or picture
        end
      end
    end
  end
end

local function in_points(label)
  if not pictures then
    read_pictures()
  end
  if not pictures[label] then
    error(label .. " has no picture in points (PNG), which Word needs")
  end
  local name = label .. ".png"
  pandoc.mediabag.insert(name, "image/png", quarto.base64.decode((pictures[label]:gsub("%s", ""))))
  return name
end

local function styled(blocks, style)
  return pandoc.Div(blocks, pandoc.Attr("", {}, { ["custom-style"] = style }))
end

local function find(content, kind)
  local found
  pandoc.Blocks(quarto.utils.as_blocks(content)):walk({
    [kind] = function(element)
      found = found or element
    end,
  })
  return found
end

function FloatRefTarget(float)
  local kind = float.identifier:match("^(%a+)%-")
  local numbered = pandoc.Inlines({ pandoc.Str(NAMES[kind] .. "\u{a0}" .. float.order.order .. ": ") })
  numbered:extend(quarto.utils.as_inlines(float.caption_long))
  local blocks
  if kind == "fig" then
    local alt = float.attributes["fig-alt"] or find(float.content, "Image").attributes["fig-alt"]
    local image = pandoc.Image({ pandoc.Str(alt) }, in_points(float.identifier))
    blocks = { styled(pandoc.Para({ image }), "Captioned Figure"), styled(pandoc.Para(numbered), "Image Caption") }
  else
    blocks = { styled(pandoc.Para(numbered), "Table Caption"), find(float.content, "Table") }
  end
  return pandoc.Div(blocks, pandoc.Attr(float.identifier))
end
