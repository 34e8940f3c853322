#pragma once

#include <QWidget>

#include <any>
#include <tuple>
#include <utility>

namespace signalbox {

// A part of the handoff card: its sections are made anew only when what they show has changed, so that text stays selected
// and the keyboard where it was. The place among the other parts is kept, with nothing to show as well.
class CardPart : public QWidget {
public:
    // `rest` has the keyboard when what had it is gone.
    CardPart(QWidget& rest, QWidget* parent);

    // True when `values`, all that the part is made from, are not those it shows. It is empty and out of sight then, to be
    // filled from them until `finish`.
    template <class... Values>
    bool becomes(Values... values)
    {
        std::tuple wanted(std::move(values)...);
        const auto* shown = std::any_cast<decltype(wanted)>(&m_shown);
        if (shown && *shown == wanted)
            return false;
        m_shown = std::move(wanted);
        clear();
        return true;
    }
    void addSection(QWidget* section);
    bool finish();   // in sight again; whether it was made anew

private:
    void clear();
    QList<QWidget*> named(const QString& name) const;

    QWidget& m_rest;
    std::any m_shown;
    bool m_anew = false;
    bool m_hadKeyboard = false;
    QString m_keyboardName;   // of what had the keyboard, and which of those with this name
    qsizetype m_keyboardAt = 0;
};

}
