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

//! What the stores say; an error when they cannot be asked.
template <class Ask>
auto asked(Stores &stores, Ask &&ask) -> Result<decltype(ask())>
{
    if (!stores.transaction.begin())
        return later;
    auto out = ask();
    const bool good = stores.transaction.failure() == Transaction::Failure::None;
    stores.transaction.rollback();
    if (!good)
        return later;
    return out;
}

//! The upload, if it is this device's.
Result<UploadRow> uploadOf(Stores &stores, const Caller &caller, UploadId id)
{
    const auto row = asked(stores, [&] { return stores.uploads.find(id); });
    if (!row)
        return row.error();
    if (!*row || !caller.identity || (*row)->device != caller.identity->device)
        return ErrorCode::UploadGone;
    return **row;
}

//! The same, if it is for that.
Result<UploadRow> uploadOf(Stores &stores, const Caller &caller, UploadId id, UploadFor purpose)
{
    auto row = uploadOf(stores, caller, id);
    if (row && row->purpose() != purpose)
        return ErrorCode::UploadGone;
    return row;
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

void FileDesk::submit(const Caller &caller, UploadId upload, UploadFor purpose)
{
    // Behind the chunks that came before it.
    if (!laneOf(qHash(upload)).post([this, caller, upload, purpose](StoreAccess &access) { finish(access.stores(), caller, upload, purpose); }))
        refuse(caller, later);
}

void FileDesk::finish(Stores stores, const Caller &caller, UploadId upload, UploadFor purpose)
{
    const auto row = uploadOf(stores, caller, upload, purpose);
    if (!row)
        return turnDown(stores, caller, upload, purpose, row.error());
    if (m_uploads.size(upload) != row->bytes)
        return refuse(caller, {ErrorCode::UploadOffset});
    if (row->image && !beginImage(row->account))
        return refuse(caller, later);
    const bool taken = m_makers.post([this, caller, row = *row](StoreAccess &access) {
        auto finished = make(row);
        if (row.image)
            endImage(row.account); // before anything is told: whoever hears of it may finish the next one at once
        handOn(access.stores(), caller, row, std::move(finished));
    });
    if (taken)
        return;
    refuse(caller, later);
    if (row->image)
        endImage(row->account);
}

void FileDesk::turnDown(Stores stores, const Caller &caller, UploadId upload, UploadFor purpose, const Error &error)
{
    if (purpose != UploadFor::Post || error.code != ErrorCode::UploadGone || !caller.identity)
        return refuse(caller, error);
    const auto picture = asked(stores, [&] { return files::ownPicture(stores, caller.identity->account, upload); });
    if (!picture || !*picture)
        return refuse(caller, picture ? error : picture.error());
    const cmd::PictureReply reply{{upload, (*picture)->file}};
    m_fanOut.release({ToConnection{caller.connection, encodeReply(caller.request, reply)}});
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

Result<FinishedUpload> FileDesk::make(const UploadRow &row)
{
    if (m_stopping)
        return later;
    return row.image ? prepareImage(row) : prepareFile(row);
}

void FileDesk::handOn(Stores stores, const Caller &caller, const UploadRow &row, Result<FinishedUpload> finished)
{
    if (!finished && finished.error().code == ErrorCode::Unavailable && !m_stopping) {
        // It may have been finished or given up meanwhile, and its bytes with it.
        const auto still = uploadOf(stores, caller, row.id);
        return turnDown(stores, caller, row.id, row.purpose(), still ? finished.error() : still.error());
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
    // In the lounge nobody shall learn who somebody is, also not by what they call their files.
    const QString name = domain::nameOfImage(row.purpose() == UploadFor::Post ? u"picture"_s : row.name, made->type);
    return FinishedUpload{row.id, row.purpose(), {name, image->bytes, made->type, made->width, made->height, thumbnail->bytes}, *image, thumbnail};
}

Result<FinishedUpload> FileDesk::prepareFile(const UploadRow &row)
{
    const auto file = m_uploads.seal(m_uploads.path(row.id));
    if (!file || file->bytes != row.bytes)
        return later;
    return FinishedUpload{row.id, row.purpose(), {row.name, file->bytes, u"application/octet-stream"_s}, *file, {}};
}

template <class C>
void FileDesk::fetch(const Caller &caller, const C &command)
{
    if (!laneOf(caller.connection).post([this, caller, command](StoreAccess &access) { give(access.stores(), caller, command); }))
        refuse(caller, later);
}

template <class C>
void FileDesk::give(Stores stores, const Caller &caller, const C &command)
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

template void FileDesk::fetch(const Caller &caller, const cmd::Fetch &command);
template void FileDesk::fetch(const Caller &caller, const cmd::FetchPicture &command);

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
