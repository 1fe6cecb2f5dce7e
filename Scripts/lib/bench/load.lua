-- The script of wrk: sends prepared requests in turn, round and round or each of them once, and reports as JSON.
local ffi = require("ffi")
ffi.cdef [[
typedef struct { long seconds; long nanoseconds; } bench_time;
int clock_gettime(int clock, bench_time *time);
int getpid(void);
int kill(int process, int signal);
]]
local time = ffi.new("bench_time")
local WALL, STEADY = 0, 1

local function now(clock)
    ffi.C.clock_gettime(clock, time)
    return tonumber(time.seconds) * 1e6 + tonumber(time.nanoseconds) / 1e3
end

local threads, requests = {}, {}
local sent = 0
answered, wrong, first, last = 0, 0, 0, 0

-- wrk itself would sleep until its time is over; SIGINT is its own way to end early.
local function finish()
    wrk.thread:stop()
    ffi.C.kill(ffi.C.getpid(), 2)
end

function setup(thread) table.insert(threads, thread) end

-- Each answer must be a 303 that leads where `BENCH_LOCATION` says. What was changed now carries its moment: an answer
-- that repeats an older one is wrong. With `BENCH_ONCE` it stops while what is under way is still one of the list.
local function check_answers(wanted, is_new, most)
    local begun = now(WALL)
    response = function(status, headers)
        answered, last = answered + 1, now(STEADY)
        local location = headers["location"] or headers["Location"] or ""
        local moment = is_new and tonumber(location:match("batch=(%d+)") or "0") or begun
        if status ~= 303 or moment < begun or not location:find(wanted, 1, true) then wrong = wrong + 1 end
        if answered == most then finish() end
    end
end

function init(arguments)
    requests = dofile(os.getenv("BENCH_REQUESTS"))
    local connections, wanted = tonumber(os.getenv("BENCH_CONNECTIONS")), os.getenv("BENCH_LOCATION")
    local count = tonumber(os.getenv("BENCH_MOST") or #requests)
    local most = os.getenv("BENCH_ONCE") and math.max(count - connections, 1) or -1
    if wanted then check_answers(wanted, os.getenv("BENCH_NEW"), most) end
end

-- Milliseconds between an answer and the next request of a connection, for a load at a steady pace.
local pause = tonumber(os.getenv("BENCH_PAUSE") or "0")
if pause > 0 then
    delay = function() return pause end
end

function request()
    if sent == 0 then first = now(STEADY) end
    sent = sent + 1
    return requests[(sent - 1) % #requests + 1]
end

function done(summary, latency)
    local thread, faults = threads[1], summary.errors
    local count, micros = summary.requests, summary.duration
    if thread:get("answered") > 0 then
        count, micros = thread:get("answered"), thread:get("last") - thread:get("first")
    end
    io.write(string.format(
        'RESULT {"requests":%d,"micros":%d,"bytes":%d,"p50":%d,"p99":%d,"wrong":%d,"status":%d,"connect":%d,'
            .. '"read":%d,"write":%d,"timeout":%d}\n',
        count, micros, summary.bytes, latency:percentile(50), latency:percentile(99), thread:get("wrong"),
        faults.status, faults.connect, faults.read, faults.write, faults.timeout))
end
