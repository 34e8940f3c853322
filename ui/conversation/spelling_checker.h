#pragma once

#include "ui/conversation/bubble_text.h"
#include "ui/shared/background_work.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QTimer>

namespace signalbox {

class Speller;
class UiState;

// The words of a text that spelling applies to: no numbers, addresses, abbreviations or attributes.
QList<WordSpan> wordsToSpell(const QString& text);

// Knows which words are wrong without ever keeping the typing waiting: what it has not been told yet counts as right.
class SpellingChecker : public QObject {
    Q_OBJECT

public:
    // Without a speller nothing is ever wrong. Added words and whether it is on are kept in `state`.
    SpellingChecker(Speller* speller, UiState& state, QObject* parent = nullptr);

    bool isOn() const { return m_on; }
    void setOn(bool on);
    void setLanguage(const QString& language);            // of the visitor: "de-AT"; empty: not known
    QString dictionary() const { return m_dictionary; }   // "en_GB"; empty: none, or not known yet
    bool isWrong(const QString& word) const;
    void check(const QString& text);   // soon, off this thread; `learned` tells
    void addWord(const QString& word);
    void suggest(const QString& word, std::function<void(const QStringList&)> suggested);

Q_SIGNALS:
    void learned();   // what is wrong may be other words now

private:
    void ask();

    Speller* m_speller;
    UiState& m_state;
    bool m_on = true;
    QString m_language;
    QString m_dictionary;
    QString m_text;
    QHash<QString, bool> m_right;   // by the dictionary
    QSet<QString> m_added;
    QTimer m_soon;
    BackgroundWork m_checking;
    BackgroundWork m_suggesting;
};

}
