// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <variant>
#include <vector>

#include "server/app/ports/files.h"
#include "server/app/ports/front_door.h"
#include "server/app/ports/streams.h"

namespace jjak::app {

//! A sign-up whose password has been hashed.
struct SignUpHashed {
    protocol::cmd::SignUp command;
    QByteArray passwordHash;
    bool demo = false;
};
//! A sign-up or sign-in whose password was compared with that of an existing account.
struct PasswordProved {
    AccountId account;
    ClientId attempt;
    QString device;
    QByteArray rehashed; //!< not empty when the hash was made with older parameters
};
//! A device's connection has closed; means nothing when the device has another one by now.
struct DeviceGone {
    Identity identity;
    ConnectionId connection = 0;
};
//! An upload that is complete, its file ready for the store. The paths lie in the upload's folder.
struct FinishedUpload {
    UploadId upload;
    UploadFor purpose = UploadFor::Message;
    protocol::Attachment file;
    StagedFile bytes;
    std::optional<StagedFile> thumbnail;
};
//! Files that seem to belong to nothing.
struct DropFiles {
    QList<FileHash> hashes;
};
//! Something may be due.
struct Tick {};
//! Streams of another server are this one's now.
struct TakenOver {
    bool wereLeft = false; //!< that one gave nothing back: it may have kept something without telling of it
};

struct Job;
//! A dead letter that is run once more. Whoever sent its command waits no longer; who replays it gets the answer.
struct Replay {
    qint64 letter = 0;
    std::shared_ptr<const Job> job;
};

//! What the worker runs: a client's command, or what the server asks of itself.
using Work = std::variant<protocol::Command, SignUpHashed, PasswordProved, DeviceGone, FinishedUpload, DropFiles, Tick, TakenOver, Replay>;

struct Job {
    Caller caller;
    Work work;
    std::optional<Origin> origin{}; //!< nullopt: of a log that is this server's alone
    bool isTooLate = false;         //!< it has waited for too long: its sender is told so, and it is not run
};

//! Keeps work in order until the worker takes it. append() from any thread, take() from the worker's thread only.
class CommandLog {
public:
    virtual ~CommandLog() = default;
    //! false when the log is full or closed: the caller is told `unavailable`. A full log still takes DeviceGone.
    virtual bool append(Job job) = 0;
    //! Waits until there is work, then takes at most `most`, in order. Empty only after close().
    virtual std::vector<Job> take(int most) = 0;
    virtual bool isClosed() const = 0;
    //! No append succeeds any more; take() still gives what is there.
    virtual void close() = 0;
};

} // namespace jjak::app
