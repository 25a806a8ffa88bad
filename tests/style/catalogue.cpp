// SPDX-FileCopyrightText: The Jjak authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogue.h"

#include <QRegularExpression>
#include <QXmlStreamReader>

namespace jjak::style {

namespace {

using namespace Qt::StringLiterals;

Sentence readSentence(QXmlStreamReader &xml)
{
    Sentence s;
    s.numerus = xml.attributes().value("numerus"_L1) == "yes"_L1;
    while (xml.readNextStartElement()) {
        if (xml.name() == "source"_L1) {
            s.source = xml.readElementText();
        } else if (xml.name() == "comment"_L1) {
            s.comment = xml.readElementText();
        } else if (xml.name() == "translation"_L1) {
            s.type = xml.attributes().value("type"_L1).toString();
            if (!s.numerus)
                s.forms.append(xml.readElementText());
            while (s.numerus && xml.readNextStartElement())
                s.forms.append(xml.readElementText());
        } else {
            xml.skipCurrentElement();
        }
    }
    return s;
}

//! What a translator must keep, in no order: languages put words elsewhere.
QStringList fixedParts(const QString &text)
{
    static const QRegularExpression part(u"%L?\\d+|%L?n|&(?=\\w)|(?<![\\w/])/[a-z]+|(?:Ctrl|Alt|Shift)\\+[A-Z0-9]|--[a-z][a-z-]*|[\\t\\n]"_s);
    QStringList parts;
    for (auto it = part.globalMatch(text); it.hasNext();)
        parts.append(it.next().captured());
    parts.sort();
    return parts;
}

} // namespace

QString Sentence::key() const
{
    return context + u": "_s + source + (comment.isEmpty() ? QString() : u" ("_s + comment + u')') + (numerus ? u" [%n]"_s : QString());
}

QList<Sentence> readCatalogue(const QByteArray &text)
{
    QList<Sentence> all;
    QXmlStreamReader xml(text);
    QString context;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == "name"_L1) {
            context = xml.readElementText();
        } else if (xml.name() == "message"_L1) {
            all.append(readSentence(xml));
            all.last().context = context;
        }
    }
    return xml.hasError() ? QList<Sentence>() : all;
}

QStringList unfinishedIn(const QList<Sentence> &catalogue, qsizetype numberForms)
{
    QStringList out;
    for (const Sentence &s : catalogue) {
        const bool empty = s.forms.isEmpty() || std::ranges::any_of(s.forms, [](const QString &form) { return form.isEmpty(); });
        if (empty || !s.type.isEmpty() || s.forms.size() != (s.numerus ? numberForms : 1))
            out.append(s.key());
    }
    return out;
}

QStringList differencesIn(const QList<Sentence> &catalogue)
{
    QStringList out;
    for (const Sentence &s : catalogue) {
        for (const QString &form : s.forms)
            if (fixedParts(form) != fixedParts(s.source))
                out.append(s.key() + u" -> "_s + form);
    }
    return out;
}

} // namespace jjak::style
