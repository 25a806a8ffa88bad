// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/files/conversation_files.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QImage>
#include <QLocale>
#include <QMenu>
#include <QMimeData>
#include <QPointer>
#include <QProgressDialog>
#include <QStandardPaths>
#include <QUrl>

#include "client/core/sentences.h"
#include "client/desktop/chats/message_view.h"
#include "client/desktop/files/attach_dialog.h"
#include "client/desktop/files/image_viewer.h"
#include "client/desktop/files/save_file.h"
#include "client/desktop/kit/icons.h"
#include "client/desktop/kit/message_row.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

using Model = client::MessageListModel;
using protocol::MessageKind;

namespace {

constexpr int progressAfterMs = 400;

std::optional<protocol::Attachment> attachmentOf(const QModelIndex &index)
{
    const QVariant file = index.data(Model::FileRole);
    return file.isValid() ? std::optional(file.value<protocol::Attachment>()) : std::nullopt;
}

bool isImage(const QModelIndex &index)
{
    const auto file = attachmentOf(index);
    return file && (index.data(Model::KindRole).value<MessageKind>() == MessageKind::Image || file->type.startsWith("image/"_L1));
}

qint64 seqOf(const QModelIndex &index)
{
    return index.data(Model::SeqRole).toLongLong();
}

//! The first file of this machine among them; empty when there is none.
QString pathIn(const QMimeData &what)
{
    for (const QUrl &url : what.urls())
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile())
            return url.toLocalFile();
    return {};
}

} // namespace

ConversationFiles::ConversationFiles(Context &context, MessageView &messages) : QObject(&messages), m_context(context), m_messages(messages), m_thumbnails(context)
{
    connect(&m_thumbnails, &Thumbnails::arrived, this, [this](RoomId of) {
        if (room() == of)
            m_messages.viewport()->update();
    });
}

std::optional<RoomId> ConversationFiles::room() const
{
    return m_messages.messages() ? std::optional(m_messages.messages()->room()) : std::nullopt;
}

QWidget *ConversationFiles::window() const
{
    return m_messages.window();
}

bool ConversationFiles::mayAttach() const
{
    const client::RoomEntry *entry = room() ? m_context.session.state().room(*room()) : nullptr;
    return entry && entry->room.kind != protocol::RoomKind::Date && !m_context.session.maySend(*room());
}

void ConversationFiles::choose(qint64 replyTo)
{
    if (!mayAttach())
        return;
    const QString path = QFileDialog::getOpenFileName(window(), tr("Choose an image or a file"));
    if (!path.isEmpty())
        open(new AttachDialog(m_context, *room(), replyTo, path, window()));
}

bool ConversationFiles::isWelcome(const QMimeData &what)
{
    return !pathIn(what).isEmpty() || (what.hasImage() && !what.hasText());
}

void ConversationFiles::attach(const QMimeData &what, qint64 replyTo)
{
    if (!mayAttach())
        return Q_EMIT said(room() ? client::sentence(m_context.session.maySend(*room()).value_or(Error{ErrorCode::RoomKind})) : QString());
    if (const QString path = pathIn(what); !path.isEmpty())
        open(new AttachDialog(m_context, *room(), replyTo, path, window()));
    else if (what.hasImage())
        open(new AttachDialog(m_context, *room(), replyTo, qvariant_cast<QImage>(what.imageData()), window()));
}

void ConversationFiles::open(AttachDialog *dialog)
{
    connect(dialog, &AttachDialog::sent, this, &ConversationFiles::sent);
    dialog->open();
}

void ConversationFiles::dress(MessageRow &row, const QModelIndex &index)
{
    const auto kind = index.data(Model::KindRole).value<MessageKind>();
    const bool carries = kind == MessageKind::Image || kind == MessageKind::File;
    const auto file = attachmentOf(index);
    if (row.deleted || !(carries || file) || !room())
        return;
    if (!file) {
        const QString gone = kind == MessageKind::Image ? tr("This image is not there any more.") : tr("This file is not there any more.");
        row.calls.clear(); // they were places in the caption alone
        row.text = row.text.isEmpty() ? gone : gone + u'\n' + row.text;
        return;
    }
    row.progress = index.data(Model::UploadRole).toInt();
    if (!isImage(index)) {
        row.fileName = file->name;
        row.fileDetail = QLocale().formattedDataSize(file->bytes);
        return;
    }
    const ClientId cid = index.data(Model::CidRole).value<ClientId>();
    row.image = seqOf(index) > 0 ? m_thumbnails.get(*room(), seqOf(index), row.mine) : m_thumbnails.outgoing(cid);
    row.covered = !row.image.isNull() && isCovered(index);
    row.imageSize = file->width > 0 ? QSize(file->width, file->height) : row.image.isNull() ? QSize(320, 240) : row.image.size();
}

bool ConversationFiles::isCovered(const QModelIndex &index) const
{
    return room() && seqOf(index) > 0 && isImage(index) && m_thumbnails.isBlurred(*room(), seqOf(index), index.data(Model::MineRole).toBool());
}

void ConversationFiles::openImage(const QModelIndex &index)
{
    const qint64 seq = seqOf(index);
    if (!room() || seq == 0 || !attachmentOf(index))
        return;
    const bool mine = index.data(Model::MineRole).toBool();
    if (isCovered(index))
        return m_thumbnails.reveal(*room(), seq);
    auto image = std::make_unique<MessageImage>(m_context.session, *room(), seq, m_thumbnails.get(*room(), seq, mine));
    (new ImageViewer(m_context.theme, std::move(image), 0, window()))->open();
}

void ConversationFiles::saveFile(const QModelIndex &index)
{
    const auto file = attachmentOf(index);
    if (!room() || seqOf(index) == 0 || !file)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path = QFileDialog::getSaveFileName(window(), tr("Save the file"), folder + u'/' + file->name);
    if (!path.isEmpty())
        saveTo(path, *room(), seqOf(index));
}

void ConversationFiles::saveTo(const QString &path, RoomId in, qint64 seq)
{
    auto *progress = new QProgressDialog(tr("Loading the file …"), tr("Cancel"), 0, 100, window());
    progress->setMinimumDuration(progressAfterMs);
    progress->setAttribute(Qt::WA_DeleteOnClose);
    connect(&m_context.session, &client::Session::fetchProgress, progress, [progress, in, seq](RoomId of, qint64 which, qint64 have, qint64 total) {
        if (of == in && which == seq && total > 0)
            progress->setValue(int(std::min<qint64>(99, have * 100 / total)));
    });
    connect(progress, &QProgressDialog::canceled, this, [this, in, seq] { m_context.session.cancelFetch(in, seq); });
    m_context.session.fetchFile(in, seq, false, [self = QPointer<ConversationFiles>(this), progress = QPointer<QProgressDialog>(progress), path](const Result<QByteArray> &bytes) {
        if (progress)
            progress->close();
        if (!self)
            return;
        if (!bytes)
            return Q_EMIT self->said(client::sentence(bytes.error()));
        const QString problem = jjak::desktop::saveFile(path, *bytes);
        Q_EMIT self->said(problem.isEmpty() ? tr("Saved as %1.").arg(QFileInfo(path).fileName()) : problem);
    });
}

void ConversationFiles::addTo(QMenu &menu, const QModelIndex &index)
{
    if (!attachmentOf(index) || !room())
        return;
    const ClientId cid = index.data(Model::CidRole).value<ClientId>();
    if (seqOf(index) == 0) {
        if (index.data(Model::UploadRole).toInt() >= 0)
            menu.addAction(themedIcon(m_context.theme, u"close"_s), tr("Cancel sending"), this, [this, cid] { m_context.session.cancelUpload(cid); });
        return;
    }
    const QPersistentModelIndex kept(index);
    if (isImage(index)) {
        menu.addAction(themedIcon(m_context.theme, u"eye"_s), tr("Show the image"), this, [this, kept] {
            if (isCovered(kept))
                openImage(kept);
            openImage(kept);
        });
        if (isCovered(index))
            menu.addAction(themedIcon(m_context.theme, u"image"_s), tr("Always show images in this conversation"), this, [this] { m_thumbnails.trust(*room()); });
    }
    menu.addAction(themedIcon(m_context.theme, u"download"_s), tr("Save …"), this, [this, kept] { saveFile(kept); });
}

} // namespace jjak::desktop
