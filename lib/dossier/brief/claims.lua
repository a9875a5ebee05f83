-- Put the bound words into the brief: every claim, figure, table and judgement is looked up in bound.json.
--
-- The filter knows nothing but that file, which the check has written. What it does not find there stops the
-- run with os.exit(1); error() would not: Quarto redefines it. It runs under plain pandoc, and under Quarto at
-- post-render, where the input is a temporary file and quarto.doc.input_file names the source.

local ATTRIBUTES = { "fact", "calc", "record" }
local FILLED = { "masthead", "provenance", "sources", "record-table", "editions" }
local form = FORMAT:match("typst") and "typst" or FORMAT:match("html") and "html" or nil
local faults, bound, seen, judgements, looked = {}, nil, {}, 0, 0

local function fault(message)
  faults[#faults + 1] = message:gsub("%c", " ")
end

local function stop()
  for _, message in ipairs(faults) do
    io.stderr:write("claims.lua: " .. message .. "\n")
  end
  io.stderr:flush()
  os.exit(1)
end

local function contents(path)
  local file = path and io.open(path, "rb")
  if not file then return nil end
  local text = file:read("a")
  file:close()
  return text
end

local function source()
  if quarto and quarto.doc and quarto.doc.input_file then return quarto.doc.input_file end
  return PANDOC_STATE.input_files[1]
end

-- The build folder: told by the environment, else beside the source.
local function folder()
  local named = os.getenv("DOSSIER_BUILD")
  if named and named ~= "" then return named end
  return pandoc.path.join({ pandoc.path.directory(source() or "."), "_build" })
end

local function load()
  local path = pandoc.path.join({ folder(), "bound.json" })
  local text = contents(path)
  if not text then
    fault("no " .. path .. "; run `dossier check` first")
    stop()
  end
  bound = pandoc.json.decode(text, false)
  local brief = contents(source())
  if not brief or pandoc.utils.sha1(brief) ~= bound.sha1 then
    fault((source() or "the source") .. " is not the text that was checked; run `dossier check` again")
    stop()
  end
end

local function raw_inline(text) return pandoc.RawInline(form, text) end
local function raw_block(text) return pandoc.RawBlock(form, text) end

local function find(kind, key)
  looked = looked + 1
  local found = bound[kind][key]
  if not found then fault("“" .. key .. "” was not checked; no such pair in bound.json") end
  return found
end

local function words(inlines)
  return (pandoc.utils.stringify(inlines):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

local function Span(span)
  for _, attribute in ipairs(ATTRIBUTES) do
    local key = span.attributes[attribute]
    if key then
      local found = find("spans", attribute .. "|" .. key .. "|" .. words(span.content))
      if not found then return nil end
      local again = seen[key] and "_again" or ""
      seen[key] = true
      return raw_inline(found[form .. again])
    end
  end
end

local function around(before, div, after)
  local blocks = pandoc.Blocks({ raw_block(before) })
  blocks:extend(div.content)
  blocks:insert(raw_block(after))
  return blocks
end

local function judgement(div)
  judgements = judgements + 1
  local found = find("blocks", "judgement|" .. judgements)
  return found and around(found[form .. "_before"], div, found[form .. "_after"])
end

local function Div(div)
  for _, word in ipairs({ "figure", "table" }) do
    local name = div.attributes[word]
    if name then
      local found = find("blocks", word .. "|" .. name)
      return found and raw_block(found[form])
    end
  end
  if div.classes:includes("judgement") then return judgement(div) end
  for _, word in ipairs(FILLED) do
    if div.classes:includes(word) or div.classes:includes("{" .. word .. "}") then
      local found = find("blocks", word .. "|")
      return found and raw_block(found[form])
    end
  end
  for _, class in ipairs(form == "typst" and bound.wraps or {}) do
    if div.classes:includes(class) then return around("#" .. class .. "[", div, "]") end
  end
end

local function Header(header)
  if form == "typst" and header.classes:includes("appendix") then
    return { raw_block("#appendix()"), header }
  end
end

-- Title and subtitle are the subject's where the brief has none; Quarto would name the page after its file.
local function entitled(meta)
  for _, key in ipairs({ "title", "subtitle" }) do
    if meta[key] == nil and bound.meta[key] ~= "" then
      meta[key] = pandoc.MetaInlines({ pandoc.Str(bound.meta[key]) })
      if key == "title" then meta.pagetitle = bound.meta.title end
    end
  end
  return meta
end

function Pandoc(document)
  if not form then
    fault("the brief has no words for the format " .. FORMAT)
    stop()
  end
  load()
  -- Top down, so that claims are met, and judgements counted, in the order of the text.
  local blocks = document.blocks:walk({ traverse = "topdown", Span = Span, Div = Div, Header = Header })
  if looked == 0 then fault("no claim was found in the text: a check that inspects nothing fails") end
  if #faults > 0 then stop() end
  blocks:insert(raw_block(bound[form .. "_after"]))
  return pandoc.Pandoc(blocks, entitled(document.meta))
end
