// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/core/net/fetches.h"

#include <algorithm>

#include "client/core/net/refusal.h"

namespace jjak::client {

using namespace protocol;

Fetches::Fetches(Link &link, const LinkTimes &times, QObject *parent) : QObject(parent), m_link(link), m_times(times)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Fetches::pump);
}

void Fetches::add(const What &what, qint64 total, Done done)
{
    if (const It known = std::ranges::find(m_jobs, what, &Job::what); known != m_jobs.end())
        return known->waiting.push_back(std::move(done));
    Job job{++m_lastId, what, total};
    job.waiting.push_back(std::move(done));
    if (total < 0)
        job.pieces.push_back({0, limits::chunkBytes});
    for (qint64 from = 0; from < total; from += limits::chunkBytes)
        job.pieces.push_back({from, std::min<qint64>(from + limits::chunkBytes, total)});
    job.bytes.resize(qsizetype(std::max<qint64>(total, 0)));
    const It behind = what.thumbnail ? std::ranges::find_if(m_jobs, [](const Job &one) { return !one.what.thumbnail; }) : m_jobs.end();
    m_jobs.insert(behind, std::move(job));
    pump();
}

void Fetches::cancel(const What &what)
{
    std::erase_if(m_jobs, [&](const Job &job) { return job.what == what; });
}

void Fetches::start()
{
    m_started = true;
    pump();
}

void Fetches::stop()
{
    m_started = false;
    m_pause.stop();
}

void Fetches::clear()
{
    stop();
    m_jobs.clear();
    m_window.clear();
    ++m_round;
}

Fetches::It Fetches::find(int id)
{
    return std::ranges::find(m_jobs, id, &Job::id);
}

void Fetches::pump()
{
    for (Job &job : m_jobs)
        while (m_started && !m_pause.isActive() && !m_window.isFull() && !job.pieces.empty()) {
            const Piece piece = job.pieces.front();
            job.pieces.pop_front();
            m_window.sent();
            ask(job.what, piece.from, [this, id = job.id, piece, now = m_round](const Result<QByteArray> &answer) {
                if (now == m_round)
                    answered(id, piece, answer);
            });
        }
}

void Fetches::ask(const What &what, qint64 from, const Done &done)
{
    if (const auto *message = std::get_if<MessageNumber>(&what.of))
        m_link.fetch(cmd::Fetch{message->room, message->seq, what.thumbnail, from}, done);
    else
        m_link.fetch(cmd::FetchPicture{std::get<UploadId>(what.of), what.thumbnail, from}, done);
}

void Fetches::answered(int id, Piece piece, const Result<QByteArray> &answer)
{
    m_window.answered();
    const It it = find(id);
    if (it == m_jobs.end())
        return pump();
    if (answer) {
        take(it, piece, *answer);
    } else if (isPassing(answer.error().code)) {
        it->pieces.push_front(piece);
        // Everything waits: what refuses one of them refuses the others.
        if (m_started)
            m_pause.start(retryAfter(answer.error(), m_times));
    } else {
        end(it, answer);
    }
    pump();
}

void Fetches::take(It it, Piece piece, const QByteArray &bytes)
{
    Job &job = *it;
    const qint64 size = job.total < 0 ? bytes.size() : std::min<qint64>(bytes.size(), piece.to - piece.from);
    if (size == 0)
        return end(it, job.total < 0 && job.have > 0 ? Result<QByteArray>(job.bytes) : Result<QByteArray>(ErrorCode::FileGone));
    if (job.total < 0) {
        job.bytes += bytes;
        job.pieces.push_back({piece.from + size, piece.from + size + limits::chunkBytes});
    } else {
        std::copy_n(bytes.cbegin(), size, job.bytes.begin() + piece.from);
        if (piece.from + size < piece.to)
            job.pieces.push_front({piece.from + size, piece.to});
    }
    job.have += size;
    if (job.have > limits::fileBytes)
        return end(it, ErrorCode::FileTooLarge);
    if (job.have == job.total)
        return end(it, job.bytes);
    if (!job.what.thumbnail)
        Q_EMIT progress(job.what, job.have, job.total);
}

void Fetches::end(It it, const Result<QByteArray> &outcome)
{
    const Result<QByteArray> answer = outcome;
    const std::vector<Done> waiting = std::move(it->waiting);
    m_jobs.erase(it);
    for (const Done &done : waiting)
        done(answer);
}

} // namespace jjak::client
