#include "app/console/hunspell_speller.h"

#include <QDir>
#include <QStringDecoder>
#include <QStringEncoder>

#include <hunspell/hunspell.hxx>

#include <algorithm>

namespace signalbox {
namespace {

using namespace Qt::StringLiterals;

constexpr qsizetype mostSuggestions = 8;
const QString english = u"en"_s;

}

struct HunspellSpeller::Dictionary {
    explicit Dictionary(const QString& file)
        : words(QFile::encodeName(file + u".aff"_s).constData(), QFile::encodeName(file + u".dic"_s).constData()),
          encoder(words.get_dict_encoding().c_str()),
          decoder(words.get_dict_encoding().c_str())
    {
    }

    // Empty for what the dictionary's letters cannot write.
    std::string encoded(const QString& word)
    {
        const QByteArray bytes = encoder(word);
        return encoder.hasError() ? std::string() : bytes.toStdString();
    }

    Hunspell words;
    QStringEncoder encoder;
    QStringDecoder decoder;
};

HunspellSpeller::HunspellSpeller(const QStringList& folders) : m_folders(folders) { }

HunspellSpeller::~HunspellSpeller() = default;

QStringList HunspellSpeller::usualFolders()
{
    return {QDir::home().filePath(u".local/share/hunspell"_s), u"/usr/local/share/hunspell"_s,
            u"/usr/share/hunspell"_s};
}

QHash<QString, QString> HunspellSpeller::found() const
{
    QHash<QString, QString> files;
    for (const QString& folder : m_folders)
        for (const QFileInfo& file : QDir(folder).entryInfoList({u"*.dic"_s}, QDir::Files)) {
            const QString name = file.completeBaseName();
            if (!files.contains(name) && QFile::exists(file.dir().filePath(name + u".aff"_s)))
                files.insert(name, file.dir().filePath(name));
        }
    return files;
}

const QHash<QString, QString>& HunspellSpeller::files()
{
    if (m_files.isEmpty())
        m_files = found();
    return m_files;
}

QString HunspellSpeller::dictionaryFor(const QString& language)
{
    const QMutexLocker lock(&m_mutex);
    QStringList names = files().keys();
    names.sort();
    const QString wanted = QString(language).replace(u'-', u'_');
    if (names.contains(wanted, Qt::CaseSensitive))
        return wanted;
    for (const QString& spoken : {wanted.section(u'_', 0, 0), english}) {
        const auto same = std::ranges::find_if(names, [&](const QString& name) {
            return name.section(u'_', 0, 0).compare(spoken, Qt::CaseInsensitive) == 0;
        });
        if (!spoken.isEmpty() && same != names.end())
            return *same;
    }
    return {};
}

HunspellSpeller::Dictionary* HunspellSpeller::opened(const QString& name)
{
    std::shared_ptr<Dictionary>& dictionary = m_opened[name];
    if (!dictionary && files().contains(name))
        dictionary = std::make_shared<Dictionary>(files().value(name));
    return dictionary.get();
}

bool HunspellSpeller::knows(const QString& dictionary, const QString& word)
{
    const QMutexLocker lock(&m_mutex);
    Dictionary* const opened = this->opened(dictionary);
    const std::string asked = opened ? opened->encoded(word) : std::string();
    return asked.empty() || opened->words.spell(asked);
}

QStringList HunspellSpeller::suggestions(const QString& dictionary, const QString& word)
{
    const QMutexLocker lock(&m_mutex);
    Dictionary* const opened = this->opened(dictionary);
    const std::string asked = opened ? opened->encoded(word) : std::string();
    QStringList best;
    if (asked.empty())
        return best;
    for (const std::string& suggestion : opened->words.suggest(asked))
        if (best.size() < mostSuggestions)
            best << QString(opened->decoder(QByteArrayView(suggestion.data(), qsizetype(suggestion.size()))));
    return best;
}

}
