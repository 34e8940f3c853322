#pragma once

#include <QString>
#include <QStringList>

namespace signalbox {

// What dictionaries know of spelling. They are read from disk when first needed, so ask on a thread of your own; any will
// do.
class Speller {
public:
    virtual ~Speller() = default;

    // The dictionary for a visitor's language: "de-AT" finds "de_AT", or another kind of German. English where there is
    // none; empty where there is no dictionary at all.
    virtual QString dictionaryFor(const QString& language) = 0;
    virtual bool knows(const QString& dictionary, const QString& word) = 0;
    virtual QStringList suggestions(const QString& dictionary, const QString& word) = 0;   // best first, at most 8
};

}
