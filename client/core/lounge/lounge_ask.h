// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/core/lounge/lounge.h"

//! How the lounge asks and tells: for its own source files.
namespace jjak::client {

template <class C, class T>
void Lounge::answer(const Answer<T> &done, const Result<T> &result)
{
    if (done)
        done(result);
    else if (!result)
        Q_EMIT failed(result.error(), QString::fromLatin1(C::spec.name.data(), qsizetype(C::spec.name.size())));
}

template <class C, class T>
bool Lounge::refused(const std::optional<Error> &error, const Answer<T> &done)
{
    if (error)
        QMetaObject::invokeMethod(this, [this, done, error = *error] { answer<C, T>(done, error); }, Qt::QueuedConnection);
    return error.has_value();
}

template <class C, class T, class F>
void Lounge::ask(const C &command, const Answer<T> &done, F take, PostId about)
{
    ++m_reading;
    m_link.send(command, [this, done, take, about, round = m_round](const Result<typename C::Reply> &reply) {
        Result<T> result = ErrorCode::AuthRequired;
        if (round == m_round)
            result = reply ? Result<T>(take(*reply)) : Result<T>(reply.error());
        --m_reading;
        settle();
        if (!result)
            missed(result.error(), about);
        answer<C, T>(done, result);
    });
}

template <class C, class T, class F>
void Lounge::tell(const C &command, const QString &key, const Answer<T> &done, F take, PostId about)
{
    m_requests.add(command, key, [this, done, take, about](const Result<typename C::Reply> &reply) {
        if (!reply)
            missed(reply.error(), about);
        answer<C, T>(done, reply ? Result<T>(take(*reply)) : Result<T>(reply.error()));
    });
}

} // namespace jjak::client
