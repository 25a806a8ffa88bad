// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "client/desktop/context.h"
#include "client/desktop/translated.h"

class QCheckBox;
class QLabel;

namespace jjak::desktop {

//! What others may see: that one is there, how far one has read, that one is writing. The server keeps it, for all devices.
class PrivacySection final : public Translated<QWidget> {
    Q_OBJECT

public:
    explicit PrivacySection(Context &context, QWidget *parent = nullptr);

    QCheckBox *presence() const { return m_presence; }
    QCheckBox *read() const { return m_read; }
    QCheckBox *typing() const { return m_typing; }

Q_SIGNALS:
    void said(const QString &sentence);

protected:
    void retranslate() override;

private:
    void refresh();
    void choose();

    Context &m_context;
    QCheckBox *m_presence;
    QCheckBox *m_read;
    QCheckBox *m_typing;
    QLabel *m_note;
};

} // namespace jjak::desktop
