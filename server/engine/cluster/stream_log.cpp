// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/engine/cluster/stream_log.h"

#include <algorithm>
#include <iterator>

#include "common/protocol/frame.h"
#include "server/engine/cluster/job_codec.h"
#include "server/engine/cluster/log.h"
#include "server/engine/cluster/redis_keys.h"

namespace jjak::engine {

Q_LOGGING_CATEGORY(clusterLog, "jjak.cluster")

using app::Job;

namespace {

constexpr size_t sendAtOnce = 500;
constexpr int readAtOnce = 200;
constexpr size_t readyMost = 20'000; //!< beyond that they wait in Redis, where nobody knows for how long
constexpr Duration readFor = 200ms; //!< a stream that is new is not read before
constexpr Duration pause = 100ms;
constexpr Duration drain = 2s;
constexpr int keptInRedis = 100'000; //!< entries of a stream that nobody runs; about

const Error unavailable = Error::later(ErrorCode::Unavailable, 1s);

} // namespace

StreamLog::StreamLog(Options options, const Keyspace &space, const Seal &seal, const app::Clock &clock, app::FanOut &refusals)
    : m_options(std::move(options)), m_space(space), m_seal(seal), m_clock(clock), m_refusals(refusals), m_sender([this] { send(); })
{
    if (m_options.works)
        m_reader = std::thread([this] { read(); });
}

StreamLog::~StreamLog()
{
    close();
}

bool StreamLog::append(Job job)
{
    if (std::holds_alternative<app::Tick>(job.work))
        return appendTick(std::move(job));
    const bool mustArrive = std::holds_alternative<app::DeviceGone>(job.work);
    const int stream = streamOf(keyOf(job), m_options.streams);
    const QByteArray plain = encodeJob({job, m_clock.now()});
    Letter letter{stream, m_seal.close(plain, keys::commands(m_space, stream)), mustArrive ? app::Caller() : job.caller};
    {
        const std::lock_guard lock(m_mutex);
        if (m_closed || (m_letters.size() + m_sending >= size_t(m_options.capacity) && !mustArrive))
            return false;
        m_letters.push_back(std::move(letter));
    }
    m_toSend.notify_one();
    return true;
}

bool StreamLog::appendTick(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto house = m_owned.find(houseStream);
        const bool waits = std::ranges::any_of(m_ready, [](const Ready &each) { return std::holds_alternative<app::Tick>(each.job.work); });
        if (m_closed || house == m_owned.end() || waits)
            return !m_closed;
        job.origin = app::Origin{houseStream, house->second.fence, {}, {}};
        m_ready.push_back({std::move(job)});
    }
    m_toTake.notify_one();
    return true;
}

std::vector<Job> StreamLog::take(int most)
{
    std::vector<Job> out;
    std::unique_lock lock(m_mutex);
    m_toTake.wait(lock, [this] { return m_closed || !m_ready.empty(); });
    if (m_closed)
        return {};
    for (; !m_ready.empty() && out.size() < size_t(std::clamp(most, 1, batchSize)); m_ready.pop_front()) {
        out.push_back(std::move(m_ready.front().job));
        out.back().isTooLate = isTooLate(out.back(), m_ready.front().since);
        m_figures.refused += out.back().isTooLate;
    }
    m_figures.taken += out.size();
    m_toRead.notify_one();
    return out;
}

//! What somebody waits for and can ask for again.
bool StreamLog::isTooLate(const Job &job, std::chrono::steady_clock::time_point since) const
{
    return job.caller.connection != 0 && std::holds_alternative<protocol::Command>(job.work) && std::chrono::steady_clock::now() - since > m_options.runWithin;
}

bool StreamLog::isClosed() const
{
    const std::lock_guard lock(m_mutex);
    return m_closed;
}

void StreamLog::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    for (std::condition_variable *each : {&m_toSend, &m_toTake, &m_toRead})
        each->notify_all();
    for (std::thread *each : {&m_sender, &m_reader}) {
        if (each->joinable())
            each->join();
    }
}

void StreamLog::own(const QList<app::Lease> &leases)
{
    if (leases.isEmpty())
        return;
    {
        const std::lock_guard lock(m_mutex);
        const auto left = std::ranges::find_if(leases, &app::Lease::wasLeft);
        const app::Lease &first = left == leases.end() ? leases.first() : *left;
        m_ready.push_back({{{}, app::TakenOver{left != leases.end()}, app::Origin{first.stream, first.fence, {}, {}}}});
        for (const app::Lease &lease : leases)
            m_owned[lease.stream] = {lease.fence, EntryId::from(lease.position.toLatin1()).value_or(EntryId())};
        m_figures.owned = m_owned.size();
    }
    m_toTake.notify_one();
    m_toRead.notify_one();
}

void StreamLog::disown(int stream)
{
    const std::lock_guard lock(m_mutex);
    m_owned.erase(stream);
    const auto isOfIt = [stream](const Ready &ready) { return ready.job.origin->stream == stream; };
    for (Ready &ready : m_ready) { // what was taken over with it still has to be told of
        if (isOfIt(ready) && std::holds_alternative<app::TakenOver>(ready.job.work) && !m_owned.empty())
            ready.job.origin = app::Origin{m_owned.begin()->first, m_owned.begin()->second.fence, {}, {}};
    }
    std::erase_if(m_ready, isOfIt);
    m_figures.owned = m_owned.size();
}

QList<int> StreamLog::owned() const
{
    const std::lock_guard lock(m_mutex);
    QList<int> out;
    for (const auto &[stream, state] : m_owned)
        out.append(stream);
    return out;
}

void StreamLog::forget(const QList<app::StreamRow> &positions)
{
    const std::lock_guard lock(m_mutex);
    for (const app::StreamRow &row : positions) {
        if (m_owned.contains(row.stream))
            m_forgettable[row.stream] = row.position.toLatin1();
    }
}

size_t StreamLog::unsent() const
{
    const std::lock_guard lock(m_mutex);
    return m_letters.size() + m_sending;
}

size_t StreamLog::length() const
{
    const std::lock_guard lock(m_mutex);
    return m_letters.size() + m_sending + m_ready.size();
}

void StreamLog::send()
{
    RedisConnection redis(m_options.redis, m_options.times);
    std::optional<std::chrono::steady_clock::time_point> giveUp;
    for (;;) {
        std::deque<Letter> letters;
        {
            std::unique_lock lock(m_mutex);
            m_toSend.wait(lock, [this] { return m_closed || !m_letters.empty(); });
            if (m_closed && !giveUp)
                giveUp = std::chrono::steady_clock::now() + drain;
            if (m_letters.empty() || (giveUp && std::chrono::steady_clock::now() > *giveUp))
                return;
            const auto end = m_letters.begin() + std::ptrdiff_t(std::min(m_letters.size(), sendAtOnce));
            letters.assign(std::make_move_iterator(m_letters.begin()), std::make_move_iterator(end));
            m_letters.erase(m_letters.begin(), end);
            m_sending = letters.size();
        }
        const bool again = !deliver(redis, letters);
        const std::lock_guard lock(m_mutex);
        m_sending = 0;
        if (again) // what must arrive, in its order
            m_letters.insert(m_letters.begin(), std::make_move_iterator(letters.begin()), std::make_move_iterator(letters.end()));
    }
}

//! false: those that are left must be tried again.
bool StreamLog::deliver(RedisConnection &redis, std::deque<Letter> &letters)
{
    std::vector<RedisCommand> commands;
    for (const Letter &letter : letters)
        commands.push_back({"XADD", keys::commands(m_space, letter.stream), "MAXLEN", "~", QByteArray::number(keptInRedis), "*", keys::field, letter.sealed});
    const auto replies = redis.ask(commands);
    std::deque<Letter> failed;
    for (size_t i = 0; i < letters.size(); ++i) {
        if (!replies || (*replies)[i].isError())
            failed.push_back(std::move(letters[i]));
    }
    m_figures.sent += letters.size() - failed.size();
    m_figures.unsent += failed.size();
    letters = std::move(failed);
    const bool wasAway = std::exchange(m_away, !letters.empty());
    if (letters.empty())
        return true;
    if (!wasAway) // one line for a series of them
        qCWarning(clusterLog, "commands do not get into Redis: %s", replies ? "it refuses them" : qUtf8Printable(redis.lastError()));
    refuse(letters);
    std::erase_if(letters, [](const Letter &letter) { return letter.caller.connection != 0; });
    if (letters.empty())
        return true;
    std::this_thread::sleep_for(pause);
    return false;
}

void StreamLog::refuse(const std::deque<Letter> &letters)
{
    std::vector<app::Outgoing> out;
    for (const Letter &letter : letters) {
        if (letter.caller.connection != 0)
            out.push_back(app::ToConnection{letter.caller.connection, protocol::encodeError(letter.caller.request, unavailable)});
    }
    if (!out.empty())
        m_refusals.release(std::move(out));
}

void StreamLog::read()
{
    RedisConnection redis(m_options.redis, m_options.times);
    quint64 generation = 0;
    auto checked = std::chrono::steady_clock::now();
    for (;;) {
        {
            std::unique_lock lock(m_mutex);
            m_toRead.wait(lock, [this] { return m_closed || (!m_owned.empty() && m_ready.size() < readyMost); });
            if (m_closed)
                return;
            const auto now = std::chrono::steady_clock::now();
            if (redis.generation() != generation || now - checked > 1s) {
                for (auto &[stream, state] : m_owned)
                    state.checked = false;
                checked = now;
                generation = redis.generation();
            }
        }
        readOnce(redis);
    }
}

void StreamLog::readOnce(RedisConnection &redis)
{
    std::map<int, Owned> streams;
    {
        const std::lock_guard lock(m_mutex);
        streams = m_owned;
    }
    if (!check(redis, streams)) {
        std::this_thread::sleep_for(pause);
        return;
    }
    trim(redis);
    RedisCommand command{"XREAD", "COUNT", QByteArray::number(readAtOnce), "BLOCK", QByteArray::number(readFor.count()), "STREAMS"};
    for (const auto &[stream, state] : streams)
        command.push_back(keys::commands(m_space, stream));
    for (const auto &[stream, state] : streams)
        command.push_back(state.read.toBytes());
    const auto reply = redis.ask(command, readFor);
    if (!reply || reply->isError()) { // it is away, or loading
        std::this_thread::sleep_for(pause);
        return;
    }
    for (const RedisReply &each : reply->list) {
        if (each.list.size() != 2)
            continue;
        const auto which = std::ranges::find_if(streams, [&](const auto &entry) { return keys::commands(m_space, entry.first) == each.list[0].text; });
        if (which != streams.end())
            takeIn(which->first, which->second.fence, each.list[1].list);
    }
}

//! A Redis that was wiped, or whose clock is behind, may give names to new entries that are smaller than those that were read: they would
//! never be. Its numbers are moved on to where we are; what got a smaller name until then is not run, and its sender comes again.
bool StreamLog::check(RedisConnection &redis, const std::map<int, Owned> &streams)
{
    std::vector<RedisCommand> questions, moves;
    std::vector<int> asked;
    for (const auto &[stream, state] : streams) {
        if (state.checked)
            continue;
        asked.push_back(stream);
        questions.push_back({"XINFO", "STREAM", keys::commands(m_space, stream)});
    }
    if (asked.empty())
        return true;
    const auto replies = redis.ask(questions);
    if (!replies)
        return false;
    for (size_t i = 0; i < asked.size(); ++i) {
        const EntryId &read = streams.at(asked[i]).read;
        const std::vector<RedisReply> &facts = (*replies)[i].list;
        if ((*replies)[i].text.startsWith("WRONGTYPE")) // would hold up all streams
            moves.push_back({"DEL", keys::commands(m_space, asked[i])});
        else if ((*replies)[i].isError() && !(*replies)[i].text.startsWith("ERR no such key"))
            return false;
        const auto name = std::ranges::find(facts, QByteArray("last-generated-id"), &RedisReply::text);
        const bool there = name != facts.end() && name + 1 != facts.end();
        const EntryId last = there ? EntryId::from((name + 1)->text).value_or(EntryId()) : EntryId();
        if (last >= read)
            continue;
        if (there)
            moves.push_back({"XSETID", keys::commands(m_space, asked[i]), read.toBytes()});
        else
            moves.push_back({"XADD", keys::commands(m_space, asked[i]), read.toBytes(), keys::field, ""});
    }
    if (!moves.empty()) {
        qCInfo(clusterLog, "%zu streams were lost by Redis: they go on where they were", moves.size());
        m_figures.reset += moves.size();
        if (!redis.ask(moves))
            return false;
    }
    const std::lock_guard lock(m_mutex);
    for (const int stream : asked) {
        if (const auto it = m_owned.find(stream); it != m_owned.end())
            it->second.checked = true;
    }
    return true;
}

void StreamLog::trim(RedisConnection &redis)
{
    std::vector<RedisCommand> commands;
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &[stream, position] : std::exchange(m_forgettable, {}))
            commands.push_back({"XTRIM", keys::commands(m_space, stream), "MINID", "~", position});
    }
    if (!commands.empty())
        (void)redis.ask(commands);
}

void StreamLog::takeIn(int stream, qint64 fence, const std::vector<RedisReply> &entries)
{
    std::vector<Ready> jobs;
    EntryId last;
    for (const RedisReply &entry : entries) {
        if (entry.list.empty())
            continue;
        if (const auto id = EntryId::from(entry.list[0].text))
            last = *id;
        if (auto job = jobOf(stream, entry)) {
            job->origin = app::Origin{stream, fence, last.toString(), entry.list[1].list[1].text};
            jobs.push_back({std::move(*job)});
        }
    }
    {
        const std::lock_guard lock(m_mutex);
        const auto ours = m_owned.find(stream);
        if (ours == m_owned.end() || ours->second.fence != fence)
            return;
        ours->second.read = std::max(ours->second.read, last);
        m_ready.insert(m_ready.end(), std::make_move_iterator(jobs.begin()), std::make_move_iterator(jobs.end()));
    }
    m_toTake.notify_one();
}

//! nullopt: not from one of us, or nobody waits for it any more.
std::optional<Job> StreamLog::jobOf(int stream, const RedisReply &entry)
{
    const bool shaped = entry.list.size() == 2 && entry.list[1].list.size() == 2;
    if (shaped && entry.list[1].list[1].text.isEmpty()) // made by check()
        return std::nullopt;
    const auto plain = shaped ? m_seal.open(entry.list[1].list[1].text, keys::commands(m_space, stream)) : std::nullopt;
    auto sent = plain ? decodeJob(*plain) : std::nullopt;
    if (!sent) {
        m_figures.unreadable++;
        return std::nullopt;
    }
    if (sent->job.caller.connection != 0 && m_clock.now() - sent->sent > patience) {
        m_figures.late++;
        return std::nullopt;
    }
    return std::move(sent->job);
}

} // namespace jjak::engine
