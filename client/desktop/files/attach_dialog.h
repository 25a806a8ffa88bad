// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

#include "client/desktop/chats/prepared_image.h"
#include "client/desktop/context.h"

class QCheckBox;
class QImage;
class QLabel;
class QPushButton;

namespace jjak::desktop {

class ComposerEdit;

//! What is about to be sent: a preview or the file's name and size, room for a few words, Send and Cancel. An image goes
//! without anything that says where and when it was taken, unless it is to go as a file.
class AttachDialog final : public QDialog {
    Q_OBJECT

public:
    AttachDialog(Context &context, RoomId room, qint64 replyTo, const QString &path, QWidget *parent);
    //! From the clipboard.
    AttachDialog(Context &context, RoomId room, qint64 replyTo, const QImage &image, QWidget *parent);

    bool isImage() const { return !m_image.bytes.isEmpty(); }
    QCheckBox *asFile() const { return m_asFile; }
    ComposerEdit *caption() const { return m_caption; }
    QPushButton *sendButton() const { return m_send; }
    QString error() const;
    void send();

Q_SIGNALS:
    void sent();

private:
    AttachDialog(Context &context, RoomId room, qint64 replyTo, QWidget *parent);
    void show(const Result<PreparedImage> &image);
    void refresh();
    void refuse(const Error &error);

    Context &m_context;
    const RoomId m_room;
    const qint64 m_reply;
    QString m_path;
    QString m_name;
    PreparedImage m_image;
    QLabel *m_preview;
    QLabel *m_what;
    QCheckBox *m_asFile;
    ComposerEdit *m_caption;
    QLabel *m_error;
    QPushButton *m_send;
};

} // namespace jjak::desktop
