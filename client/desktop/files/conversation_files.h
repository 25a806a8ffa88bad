// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include "client/desktop/context.h"
#include "client/desktop/files/thumbnails.h"

class QMenu;
class QMimeData;
class QModelIndex;

namespace jjak::desktop {

class AttachDialog;
class MessageView;
struct MessageRow;

//! Images and files of one conversation: how their rows look, what a click does, and what people choose, drop or paste.
//! Files are never opened here: they are saved where somebody wants them.
class ConversationFiles final : public QObject {
    Q_OBJECT

public:
    ConversationFiles(Context &context, MessageView &messages);

    //! Whether something can be attached there now.
    bool mayAttach() const;
    //! Asks for a file.
    void choose(qint64 replyTo);
    //! Whether attach() would take it.
    static bool isWelcome(const QMimeData &what);
    //! A file or an image that was dropped or pasted; of several files the first.
    void attach(const QMimeData &what, qint64 replyTo);

    //! Fills in what stands in the row of an image or file.
    void dress(MessageRow &row, const QModelIndex &index);
    //! The image was clicked: shows it plainly, or large.
    void openImage(const QModelIndex &index);
    void saveFile(const QModelIndex &index);
    //! An image that is blurred until somebody wants to see it.
    bool isCovered(const QModelIndex &index) const;
    //! What can be done with an image or file, also with one on its way.
    void addTo(QMenu &menu, const QModelIndex &index);
    Thumbnails &thumbnails() { return m_thumbnails; }

Q_SIGNALS:
    //! Something was put into the outbox.
    void sent();
    void said(const QString &sentence);

private:
    void open(AttachDialog *dialog);
    void saveTo(const QString &path, RoomId room, qint64 seq);
    std::optional<RoomId> room() const;
    QWidget *window() const;

    Context &m_context;
    MessageView &m_messages;
    Thumbnails m_thumbnails;
};

} // namespace jjak::desktop
