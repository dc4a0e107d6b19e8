-- Shared by both renderers, after everything else: what the one stylesheet and the one Typst
-- design need and neither engine's own markup gives.

local typst = FORMAT:match("typst") ~= nil

-- A number column is marked by class `num`, which CSS reads and Typst can't.
local function align_cell(cell)
  if cell.classes:includes("num") then
    cell.alignment = "AlignRight"
  end
end

local function align_rows(rows)
  for _, row in ipairs(rows) do
    for _, cell in ipairs(row.cells) do
      align_cell(cell)
    end
  end
end

local function typst_table(tbl)
  align_rows(tbl.head.rows)
  for _, body in ipairs(tbl.bodies) do
    align_rows(body.head)
    align_rows(body.body)
  end
  tbl.classes:insert("typst:no-figure") -- it stands in a figure of its own already
  return tbl
end

local function typst_div(div)
  if div.classes:includes("note") then
    local blocks = pandoc.Blocks({ pandoc.RawBlock("typst", "#note[") })
    blocks:extend(div.content)
    blocks:insert(pandoc.RawBlock("typst", "]"))
    return blocks
  end
end

-- A table wider than a phone scrolls by itself, so a keyboard must be able to reach it.
local function html_div(div)
  div.attributes["data-notebook"] = nil -- an absolute path of the machine that rendered
  local caption = div.attributes["aria-describedby"] or ""
  if caption:match("^tbl%-") then
    div.attributes["aria-describedby"] = nil
    div.attributes["aria-labelledby"] = caption
    div.attributes["role"] = "region"
    div.attributes["tabindex"] = "0"
    div.classes:insert("scroll")
  end
  return div
end

if typst then
  return { { Div = typst_div }, { Table = typst_table } }
end
return { { Div = html_div } }
