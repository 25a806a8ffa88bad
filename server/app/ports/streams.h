// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <optional>

#include "common/base/time.h"

namespace jjak::app {

//! Where a job stands in a log that several servers share: in which stream, taken as whose owner, and behind which position the stream
//! goes on when the job is done.
struct Origin {
    int stream = 0;
    qint64 fence = 0;
    QString position; //!< empty: it did not come from the stream, but only its owner may run it
    QByteArray entry; //!< as it stood there
};

//! A command that failed again and again.
struct DeadLetter {
    qint64 number = 0; //!< given by the store
    Origin origin;
    Time at;
    QString name, reason;
};

//! What a worker keeps of streams, in the same transaction as what the commands in them did.
class StreamStore {
public:
    virtual ~StreamStore() = default;
    //! false: somebody else owns the stream by now, and nothing of this transaction may be kept.
    virtual bool advance(const Origin &to) = 0;
    virtual void bury(const DeadLetter &letter) = 0;
    //! The latest first; without their entries.
    virtual QList<DeadLetter> deadLetters(int most) = 0;
    virtual std::optional<DeadLetter> deadLetter(qint64 number) = 0;
    //! false: there is no such.
    virtual bool drop(qint64 number) = 0;
    virtual qint64 countDead() = 0;
};

} // namespace jjak::app
