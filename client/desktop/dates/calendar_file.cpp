// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/desktop/dates/calendar_file.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>

#include "client/core/calendar.h"

using namespace Qt::StringLiterals;

namespace jjak::desktop {

namespace {

//! The only context of these sentences.
struct Words {
    Q_DECLARE_TR_FUNCTIONS(jjak::desktop::CalendarFile)
};

} // namespace

QFileDialog *saveCalendar(Context &context, const client::Occasion &occasion, QWidget *parent, std::function<void(const QString &)> said)
{
    auto *dialog = new QFileDialog(parent->window(), Words::tr("Save the calendar entry"), {}, Words::tr("Calendar (*.ics)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"ics"_s);
    dialog->selectFile(client::icsFileName(occasion));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [&context, occasion, said = std::move(said)](const QString &path) {
        const QByteArray ics = client::icsOf(occasion, context.languages.current(), context.session.serverNow(), context.session.server().host());
        QSaveFile file(path);
        const bool written = file.open(QIODevice::WriteOnly) && file.write(ics) == ics.size() && file.commit();
        said(written ? Words::tr("Saved. Open the file to put it into your calendar.") : Words::tr("The file could not be written: %1").arg(file.errorString()));
    });
    dialog->open();
    return dialog;
}

} // namespace jjak::desktop
