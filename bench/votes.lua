-- Votes of many visitors: a random choice of a random visitor on a random tool of the list, in each request.
-- VOTES_COOKIES and VOTES_SLUGS name files with one cookie, and one slug, to a line; with VOTES_HTMX=1 it asks as HTMX does.

local function lines(name)
  local all = {}
  for line in io.lines(os.getenv(name)) do all[#all + 1] = line end
  return all
end

local number = 0
function setup(thread)
  number = number + 1
  thread:set("number", number)
end

local cookies, slugs, head
function init()
  math.randomseed(os.time() * 16 + number)
  cookies = lines("VOTES_COOKIES")
  slugs = lines("VOTES_SLUGS")
  head = " HTTP/1.1\r\nHost: " .. wrk.host .. ":" .. wrk.port
    .. "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 11\r\n"
    .. (os.getenv("VOTES_HTMX") == "1" and "HX-Request: true\r\n" or "") .. "Cookie: visitor="
end

function request()
  return "POST /tools/" .. slugs[math.random(#slugs)] .. "/vote" .. head .. cookies[math.random(#cookies)]
    .. "\r\n\r\nchoice=" .. (math.random(2) == 1 and "ship" or "skip")
end

-- One line for the script: requests a second, p50 and p99 in milliseconds, and everything that went wrong.
function done(summary, latency)
  local e = summary.errors
  io.write(string.format("RESULT %.1f %.2f %.2f %d\n", summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1000, latency:percentile(99) / 1000,
    e.connect + e.read + e.write + e.status + e.timeout))
end
