// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/app/files/file_desk.h"

#include <QtEndian>

#include "server/app/services/file_service.h"
#include "server/domain/rooms/file_name.h"

namespace jjak::app {

using namespace protocol;
using namespace Qt::StringLiterals;

namespace {

constexpr size_t waitingChunks = 128;  //!< of a lane; with 64 KiB each at most
constexpr size_t waitingFinishes = 64;
constexpr qsizetype uploadBytes = UploadId::byteCount, headBytes = uploadBytes + qsizetype(sizeof(qint64));

const Error later = Error::later(ErrorCode::Unavailable, 1s);

//! The upload, if it is this device's.
Result<UploadRow> uploadOf(Stores &stores, const Caller &caller, UploadId id)
{
    if (!stores.transaction.begin())
        return later;
    const auto row = stores.uploads.find(id);
    const bool good = stores.transaction.failure() == Transaction::Failure::None;
    stores.transaction.rollback();
    if (!good)
        return later;
    if (!row || !caller.identity || row->device != caller.identity->device)
        return ErrorCode::UploadGone;
    return *row;
}

} // namespace

FileDesk::FileDesk(std::function<std::unique_ptr<StoreAccess>()> openReader, int threads, UploadFolder &uploads, FileFolder &files, ImageMaker &images, CommandLog &log, FanOut &fanOut, const Clock &clock,
                   const Policy &policy)
    : m_uploads(uploads), m_files(files), m_images(images), m_log(log), m_fanOut(fanOut), m_clock(clock), m_policy(policy), m_makers(threads, waitingFinishes, openReader)
{
    for (int i = 0; i < threads; ++i)
        m_lanes.push_back(std::make_unique<Lane>(1, waitingChunks, openReader));
}

void FileDesk::stop()
{
    m_stopping = true;
    for (const auto &lane : m_lanes)
        lane->stop();
    m_makers.stop();
}

void FileDesk::chunk(const Caller &caller, const QByteArray &bytes)
{
    const UploadId upload = UploadId::fromBytes(bytes.first(std::min(bytes.size(), uploadBytes)));
    if (bytes.size() < headBytes || upload.isNull()) {
        m_fanOut.release({ToConnection{caller.connection, encodeError(0, Error::badField(u"chunk"_s, u"length"_s)), false, true}});
        return;
    }
    const auto offset = qFromBigEndian<qint64>(bytes.constData() + uploadBytes);
    const bool taken = laneOf(qHash(upload)).post([this, caller, upload, offset, bytes](StoreAccess &access) { take(access.stores(), caller, upload, offset, QByteArrayView(bytes).sliced(headBytes)); });
    if (!taken)
        progress(caller, upload, 0, ErrorCode::Unavailable);
}

void FileDesk::take(Stores stores, const Caller &caller, UploadId upload, qint64 offset, QByteArrayView bytes)
{
    qint64 have = 0;
    const auto now = put(stores, caller, upload, offset, bytes, have);
    progress(caller, upload, now ? *now : have, now ? std::nullopt : std::optional(now.error().code));
}

Result<qint64> FileDesk::put(Stores &stores, const Caller &caller, UploadId upload, qint64 offset, QByteArrayView bytes, qint64 &have)
{
    const auto row = uploadOf(stores, caller, upload);
    if (!row)
        return row.error();
    have = m_uploads.size(upload);
    if (bytes.size() > limits::chunkBytes || offset < 0 || offset > row->bytes || bytes.size() > row->bytes - offset)
        return ErrorCode::FileTooLarge;
    if (offset + bytes.size() <= have) // came before, or holds nothing
        return have;
    if (offset != have)
        return ErrorCode::UploadOffset;
    return m_uploads.append(upload, bytes);
}

void FileDesk::submit(const Caller &caller, const cmd::Finish &command)
{
    // Behind the chunks that came before it.
    if (!laneOf(qHash(command.upload)).post([this, caller, upload = command.upload](StoreAccess &access) { finish(access.stores(), caller, upload); }))
        refuse(caller, later);
}

void FileDesk::finish(Stores stores, const Caller &caller, UploadId upload)
{
    const auto row = uploadOf(stores, caller, upload);
    if (!row)
        return refuse(caller, row.error());
    if (m_uploads.size(upload) != row->bytes)
        return refuse(caller, {ErrorCode::UploadOffset});
    if (row->image && !beginImage(row->account))
        return refuse(caller, later);
    const bool taken = m_makers.post([this, caller, row = *row](StoreAccess &access) {
        prepare(access.stores(), caller, row);
        if (row.image)
            endImage(row.account);
    });
    if (taken)
        return;
    refuse(caller, later);
    if (row->image)
        endImage(row->account);
}

bool FileDesk::beginImage(AccountId account)
{
    const std::lock_guard lock(m_mutex);
    const bool free = !m_painted.contains(account);
    m_painted.insert(account);
    return free;
}

void FileDesk::endImage(AccountId account)
{
    const std::lock_guard lock(m_mutex);
    m_painted.remove(account);
}

void FileDesk::prepare(Stores stores, const Caller &caller, const UploadRow &row)
{
    if (m_stopping)
        return refuse(caller, later);
    auto finished = row.image ? prepareImage(row) : prepareFile(row);
    if (!finished && finished.error().code == ErrorCode::Unavailable) {
        // It may have been finished or given up meanwhile, and its bytes with it.
        const auto still = uploadOf(stores, caller, row.id);
        return refuse(caller, still ? finished.error() : still.error());
    }
    if (!finished)
        return refuse(caller, finished.error());
    if (!m_log.append({caller, std::move(*finished)}))
        refuse(caller, later);
}

Result<FinishedUpload> FileDesk::prepareImage(const UploadRow &row)
{
    const QString folder = m_uploads.makeRoom(row.id);
    if (folder.isEmpty())
        return later;
    const auto made = m_images.make(m_uploads.path(row.id), folder);
    if (!made)
        return made.error();
    const auto image = m_uploads.seal(folder + "/image"_L1), thumbnail = m_uploads.seal(folder + "/thumbnail"_L1);
    if (!image || !thumbnail || image->bytes <= 0 || thumbnail->bytes <= 0)
        return later;
    const QString name = domain::withExtension(row.name, made->type == "image/png"_L1 ? ".png"_L1 : ".jpg"_L1);
    return FinishedUpload{row.id, {name, image->bytes, made->type, made->width, made->height, thumbnail->bytes}, *image, thumbnail};
}

Result<FinishedUpload> FileDesk::prepareFile(const UploadRow &row)
{
    const auto file = m_uploads.seal(m_uploads.path(row.id));
    if (!file || file->bytes != row.bytes)
        return later;
    return FinishedUpload{row.id, {row.name, file->bytes, u"application/octet-stream"_s}, *file, {}};
}

void FileDesk::submit(const Caller &caller, const cmd::Fetch &command)
{
    if (!laneOf(caller.connection).post([this, caller, command](StoreAccess &access) { give(access.stores(), caller, command); }))
        refuse(caller, later);
}

void FileDesk::give(Stores stores, const Caller &caller, const cmd::Fetch &command)
{
    SystemRng rng;
    Effects effects;
    Context ctx{stores, m_clock.now(), rng, m_policy, effects, m_shelf};
    if (!stores.transaction.begin())
        return refuse(caller, later);
    const auto hash = files::locate(ctx, caller.identity.value_or(Identity()), command);
    const bool good = stores.transaction.failure() == Transaction::Failure::None;
    stores.transaction.rollback();
    if (!good || !hash)
        return refuse(caller, good ? hash.error() : later);
    const auto bytes = m_files.read(*hash, command.offset, limits::chunkBytes);
    if (!bytes)
        return refuse(caller, {ErrorCode::FileGone});
    QByteArray frame(qsizetype(sizeof(qint64)), Qt::Uninitialized);
    qToBigEndian(caller.request, frame.data());
    m_fanOut.release({ToConnection{caller.connection, frame + *bytes, true}});
}

void FileDesk::progress(const Caller &caller, UploadId upload, qint64 offset, std::optional<ErrorCode> error)
{
    ev::FileProgress event{upload, offset, {}};
    if (error)
        event.error = QString::fromUtf8(nameOf(*error).data(), qsizetype(nameOf(*error).size()));
    m_fanOut.release({ToConnection{caller.connection, encodeEvent(event), false, true}});
}

void FileDesk::refuse(const Caller &caller, const Error &error)
{
    m_fanOut.release({ToConnection{caller.connection, encodeError(caller.request, error)}});
}

} // namespace jjak::app
