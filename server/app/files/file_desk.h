// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <atomic>

#include "server/app/policy.h"
#include "server/app/pool.h"
#include "server/app/ports/clock.h"
#include "server/app/ports/command_log.h"
#include "server/app/ports/fan_out.h"
#include "server/app/ports/image_maker.h"
#include "server/app/script_shelf.h"

namespace jjak::app {

//! Where the bytes of files come and go, on threads of its own: takes chunks of uploads, gets what is complete ready for the store and asks
//! the worker to make a message or a picture of it, and gives out chunks. It changes no row.
class FileDesk {
public:
    //! `threads`: so many that read and write, and as many again for what takes long.
    FileDesk(std::function<std::unique_ptr<StoreAccess>()> openReader, int threads, UploadFolder &uploads, FileFolder &files, ImageMaker &images, CommandLog &log, FanOut &fanOut, const Clock &clock,
             const Policy &policy);

    //! A chunk as it came: 16 bytes upload, 8 bytes offset (big-endian), then what belongs there. Any thread; answered by file.progress.
    void chunk(const Caller &caller, const QByteArray &bytes);
    //! Any thread; the answer comes through FanOut.
    void submit(const Caller &caller, const protocol::cmd::Finish &command) { submit(caller, command.upload, UploadFor::Message); }
    void submit(const Caller &caller, const protocol::cmd::FinishPicture &command) { submit(caller, command.upload, UploadFor::Post); }
    //! The answer is a binary frame: 8 bytes the command's id (big-endian), then the file's bytes from the offset on; none at its end.
    void submit(const Caller &caller, const protocol::cmd::Fetch &command) { fetch(caller, command); }
    void submit(const Caller &caller, const protocol::cmd::FetchPicture &command) { fetch(caller, command); }
    //! Finishes what was taken in, but begins no more images. The command log must still be open.
    void stop();

private:
    using Lane = Pool<StoreAccess>;

    void submit(const Caller &caller, UploadId upload, UploadFor purpose);
    template <class C>
    void fetch(const Caller &caller, const C &command);
    Lane &laneOf(size_t key) { return *m_lanes[key % m_lanes.size()]; }
    void take(Stores stores, const Caller &caller, UploadId upload, qint64 offset, QByteArrayView bytes);
    //! How many bytes are there after the chunk; `have` is what it was before.
    Result<qint64> put(Stores &stores, const Caller &caller, UploadId upload, qint64 offset, QByteArrayView bytes, qint64 &have);
    void finish(Stores stores, const Caller &caller, UploadId upload, UploadFor purpose);
    //! Why an upload is not finished; when it is a picture already, that picture.
    void turnDown(Stores stores, const Caller &caller, UploadId upload, UploadFor purpose, const Error &error);
    //! Whether an image of this account may be made now: one at a time, so that nobody keeps all the makers busy.
    bool beginImage(AccountId account);
    void endImage(AccountId account);
    Result<FinishedUpload> make(const UploadRow &row);
    //! To the worker, or the refusal to the caller.
    void handOn(Stores stores, const Caller &caller, const UploadRow &row, Result<FinishedUpload> finished);
    Result<FinishedUpload> prepareImage(const UploadRow &row);
    Result<FinishedUpload> prepareFile(const UploadRow &row);
    template <class C>
    void give(Stores stores, const Caller &caller, const C &command);
    void progress(const Caller &caller, UploadId upload, qint64 offset, std::optional<ErrorCode> error);
    void refuse(const Caller &caller, const Error &error);

    UploadFolder &m_uploads;
    FileFolder &m_files;
    ImageMaker &m_images;
    CommandLog &m_log;
    FanOut &m_fanOut;
    const Clock &m_clock;
    const Policy &m_policy;
    ScriptShelf m_shelf;
    std::atomic<bool> m_stopping{false};
    std::mutex m_mutex;          //!< guards m_painted
    QSet<AccountId> m_painted;   //!< whose images are being made
    Lane m_makers;
    std::vector<std::unique_ptr<Lane>> m_lanes; //!< one thread each, so that what belongs to one upload stays in order
};

} // namespace jjak::app
