<?php
/**
 * Plugin Name:       Omställningskartan
 * Description:       Visar ett klimatkontrakt som karta, färdplan, portfölj eller åtaganden. Som block, som kortkoden [omstallningskarta], eller genom att klistra in en adress.
 * Version:           0.1.0
 * Requires at least: 6.2
 * Requires PHP:      7.4
 * License:           MIT
 * License URI:       https://opensource.org/license/mit
 * Text Domain:       omstallningskartan
 *
 * The whole plugin is this file. It shows the app, which lies at an address of its own, in a frame. It stores two settings, fetches
 * nothing, and counts nobody.
 *
 * An editor without the right `unfiltered_html` loses an <iframe> when a page is saved: WordPress takes it out (wp_kses). What is saved
 * here is no HTML, but a shortcode, a block without content, or an address; the frame is made when the page is shown.
 *
 * The words are in Swedish, as those who use the plugin; the text domain is there for those who translate it. What readers are told
 * follows `lang`, and not the language of the site, because that is the language of what is in the frame.
 *
 * @package Omstallningskartan
 */

namespace Omstallningskartan;

defined( 'ABSPATH' ) || exit;

/** Values that are one of a few; the first is the default. The words are those of the app's URL (docs/interfaces.md). */
const CHOICES = array(
	'view'  => array( 'map', 'roadmap', 'portfolio', 'commitments' ),
	'as'    => array( 'graphic', 'list' ),
	'lang'  => array( 'sv', 'en' ),
	'theme' => array( '', 'light', 'dark', 'contrast' ),
);

/** What else an address of the app can say. It is passed on from an address that was pasted. */
const PASSED_ON = array( 'compare', 'change', 'group', 'rows', 'columns', 'sort', 'step', 'item', 'focus', 'party', 'q', 'from', 'to' );

/** Letters, digits, spaces and the few signs that ids, labels and words have. */
const PLAIN = '~^[\p{L}\p{N} ._/,:()\'-]{1,200}$~u';

/** The height of a frame in CSS pixels: the least, the usual, the most. */
const HEIGHTS = array( 240, 640, 4000 );

/** What the shortcode and the block can be told, and what counts when they are not. */
const DEFAULTS = array(
	'contract' => 'orebro',
	'view'     => 'map',
	'as'       => 'graphic',
	'lang'     => 'sv',
	'theme'    => '',
	'height'   => HEIGHTS[1],
	'version'  => '',
	'title'    => '',
);

/** What a frame may do. `allow-scripts`: the app is a program. `allow-same-origin`: without it the frame would have no origin; its
 * program would then be fetched as by a stranger, its style sheet refused, and Back would not work. `allow-popups` and
 * `allow-popups-to-escape-sandbox`: sources open in a tab of their own, and a tab that inherits the sandbox cannot show a PDF in Chrome.
 * `allow-downloads`: files that the app makes can be saved.
 *
 * It may not lead this page elsewhere, send forms, or open dialogs of the browser. Note that a page with both of the first two, on the
 * same origin as this one, could take its sandbox off. So let the app have a host name of its own if you do not trust it as your own
 * pages. */
const SANDBOX = 'allow-scripts allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads';

const WORDS = array(
	'sv' => array(
		'map'         => 'Omställningskartan: karta över ett klimatkontrakt',
		'roadmap'     => 'Omställningskartan: färdplan för ett klimatkontrakt',
		'portfolio'   => 'Omställningskartan: portföljen i ett klimatkontrakt',
		'commitments' => 'Omställningskartan: åtaganden i ett klimatkontrakt',
		'open'        => 'Öppna Omställningskartan i eget fönster',
	),
	'en' => array(
		'map'         => 'The transition map: map of a climate contract',
		'roadmap'     => 'The transition map: roadmap of a climate contract',
		'portfolio'   => 'The transition map: the portfolio of a climate contract',
		'commitments' => 'The transition map: the commitments of a climate contract',
		'open'        => 'Open the transition map in its own window',
	),
);

// ---- What is shown

/** The address of the app with a slash at its end, or nothing until it is set. */
function app(): string {
	return (string) get_option( 'omstallningskartan_app', '' );
}

/** True for a contract that a page may show: one that comes with the app (`orebro`), a file beside it (`lund.json`), or a file at an https
 * address of the app's host or this site's. Other hosts are left out, so that a page here never sends its readers to one unasked. */
function is_contract( string $reference ): bool {
	if ( preg_match( '~^([a-z0-9-]+|((\.{1,2}|[A-Za-z0-9_-]+)/)*[A-Za-z0-9._-]+\.json)$~D', $reference ) ) {
		return true;
	}
	$parts = wp_parse_url( $reference );
	$hosts = array( wp_parse_url( app(), PHP_URL_HOST ), wp_parse_url( home_url(), PHP_URL_HOST ) );
	return preg_match( '~^https://[^\s"<>\\\\]+$~D', $reference ) && is_array( $parts ) && ! isset( $parts['user'] )
		&& in_array( $parts['host'] ?? '', $hosts, true );
}

/** What was asked for, with everything that cannot be used set to its default. */
function cleaned( array $given ): array {
	$show = array_merge( DEFAULTS, array_filter( $given, 'is_scalar' ) );
	foreach ( CHOICES as $name => $values ) {
		$show[ $name ] = in_array( $show[ $name ], $values, true ) ? $show[ $name ] : $values[0];
	}
	$contracts        = array_filter( array_map( 'trim', explode( ',', (string) $show['contract'] ) ), __NAMESPACE__ . '\is_contract' );
	$show['contract'] = implode( ',', $contracts ) ?: DEFAULTS['contract'];
	foreach ( array_merge( array( 'version' ), PASSED_ON ) as $name ) {
		$value         = (string) ( $show[ $name ] ?? '' );
		$show[ $name ] = preg_match( PLAIN, $value ) ? $value : '';
	}
	$height         = (int) $show['height'] ?: HEIGHTS[1];
	$show['height'] = min( max( $height, HEIGHTS[0] ), HEIGHTS[2] );
	$show['title']  = trim( wp_strip_all_tags( (string) $show['title'] ) );
	return $show;
}

/** The address of the app that shows this. */
function address( array $show, bool $in_frame ): string {
	$query = array(
		'contract' => $show['contract'],
		'view'     => $show['view'],
		'as'       => $show['as'],
		'v'        => $show['version'],
		'lang'     => $show['lang'],
		'theme'    => $show['theme'],
	);
	foreach ( PASSED_ON as $name ) {
		$query[ $name ] = $show[ $name ];
	}
	$query['embed'] = $in_frame ? '1' : '';
	return app() . '?' . http_build_query( array_filter( $query, 'strlen' ), '', '&', PHP_QUERY_RFC3986 );
}

/** The frame with its link. `$figure` are the attributes of its <figure>, which a block brings along. */
function frame( array $given, string $figure = 'class="omstallningskarta"' ): string {
	if ( '' === app() ) {
		// Readers are not to be told of what an administrator has left undone.
		$note = __( 'Omställningskartan: appens adress är inte inställd (Inställningar, Omställningskartan).', 'omstallningskartan' );
		return current_user_can( 'edit_posts' ) ? '<p>' . esc_html( $note ) . '</p>' : '';
	}
	$show  = cleaned( $given );
	$words = WORDS[ $show['lang'] ];
	if ( '0' !== get_option( 'omstallningskartan_follow', '1' ) ) {
		// Lets the height of each `iframe[data-transition-map]` follow what the app tells (`tm:height`).
		wp_enqueue_script( 'omstallningskartan-embed', app() . 'embed.js', array(), null, true );
	}
	return sprintf(
		'<figure %1$s lang="%2$s"><iframe data-transition-map src="%3$s" title="%4$s" height="%5$d" style="width:100%%;border:0" loading="lazy" sandbox="%6$s" referrerpolicy="no-referrer"></iframe>'
			. '<figcaption><a href="%7$s" target="_blank" rel="noopener noreferrer">%8$s</a></figcaption></figure>',
		$figure,
		esc_attr( $show['lang'] ),
		esc_url( address( $show, true ), array( 'https' ) ),
		esc_attr( '' === $show['title'] ? $words[ $show['view'] ] : $show['title'] ),
		$show['height'],
		esc_attr( SANDBOX ),
		esc_url( address( $show, false ), array( 'https' ) ),
		esc_html( $words['open'] )
	);
}

// ---- The ways to ask for it

add_action( 'init', __NAMESPACE__ . '\register' );

function register(): void {
	add_shortcode(
		'omstallningskarta',
		function ( $given ): string {
			// Without attributes WordPress hands over an empty string.
			return frame( shortcode_atts( DEFAULTS, (array) $given, 'omstallningskarta' ) );
		}
	);
	register_block();
	register_setting( 'omstallningskartan', 'omstallningskartan_app', array( 'type' => 'string', 'default' => '', 'sanitize_callback' => __NAMESPACE__ . '\sanitized_app' ) );
	register_setting( 'omstallningskartan', 'omstallningskartan_follow', array( 'type' => 'string', 'default' => '1', 'sanitize_callback' => __NAMESPACE__ . '\sanitized_follow' ) );
	if ( '' !== app() ) {
		// An address on a line of its own. A handler, and not an oEmbed provider: it makes the frame from the address itself, so WordPress
		// need not ask anyone, and each view of the app is shown as it was copied; a file (oembed.json) could only ever answer one.
		// The block editor asks the address all the same before it shows what it has pasted. That is WordPress's own doing.
		$pattern = '#^' . preg_quote( untrailingslashit( app() ), '#' ) . '/?(index\.html)?([?\#].*)?$#';
		wp_embed_register_handler( 'omstallningskartan', $pattern, __NAMESPACE__ . '\from_address' );
	}
}

/** The frame for an address that was pasted. */
function from_address( array $matches, array $attributes, string $url ): string {
	// In a saved page `&` may stand as an entity, which would begin a fragment.
	$url = str_replace( array( '&amp;', '&#038;' ), '&', $url );
	parse_str( (string) wp_parse_url( $url, PHP_URL_QUERY ), $query );
	$query['version'] = $query['v'] ?? '';
	unset( $query['height'], $query['title'] );
	return frame( $query );
}

/** The block `omstallningskartan/karta`. It is registered here with what it can be told and how it is shown; the editor needs a program
 * besides, to have something to show. That is a few lines without a build, and WordPress prints them into the page of the editor: one
 * file can only bring a script inline. Readers get none of it. */
function register_block(): void {
	$attributes = array();
	foreach ( DEFAULTS as $name => $default ) {
		$attributes[ $name ] = array( 'type' => is_int( $default ) ? 'integer' : 'string', 'default' => $default );
	}
	wp_register_script( 'omstallningskartan-editor', false, array( 'wp-blocks', 'wp-element', 'wp-components', 'wp-block-editor' ), '0.1.0', true );
	wp_add_inline_script( 'omstallningskartan-editor', 'var omstallningskartanWords = ' . wp_json_encode( editor_words() ) . ";\n" . EDITOR );
	register_block_type(
		'omstallningskartan/karta',
		array(
			// 3 is known from WordPress 6.3.
			'api_version'           => version_compare( get_bloginfo( 'version' ), '6.3', '<' ) ? 2 : 3,
			'title'                 => __( 'Omställningskartan', 'omstallningskartan' ),
			'description'           => __( 'Ett klimatkontrakt som karta, färdplan, portfölj eller åtaganden.', 'omstallningskartan' ),
			'category'              => 'embed',
			'icon'                  => 'chart-pie',
			'attributes'            => $attributes,
			'supports'              => array( 'align' => array( 'wide', 'full' ), 'html' => false ),
			'editor_script_handles' => array( 'omstallningskartan-editor' ),
			'render_callback'       => function ( array $given ): string {
				return frame( $given, get_block_wrapper_attributes( array( 'class' => 'omstallningskarta' ) ) );
			},
		)
	);
}

/** What the block says in the editor. */
function editor_words(): array {
	$names   = array(
		'map'         => __( 'Karta', 'omstallningskartan' ),
		'roadmap'     => __( 'Färdplan', 'omstallningskartan' ),
		'portfolio'   => __( 'Portfölj', 'omstallningskartan' ),
		'commitments' => __( 'Åtaganden', 'omstallningskartan' ),
		'graphic'     => __( 'Bild', 'omstallningskartan' ),
		'list'        => __( 'Lista', 'omstallningskartan' ),
		'sv'          => __( 'Svenska', 'omstallningskartan' ),
		'en'          => __( 'Engelska', 'omstallningskartan' ),
		''            => __( 'Som läsarens system', 'omstallningskartan' ),
		'light'       => __( 'Ljusa', 'omstallningskartan' ),
		'dark'        => __( 'Mörka', 'omstallningskartan' ),
		'contrast'    => __( 'Hög kontrast', 'omstallningskartan' ),
	);
	$choices = array();
	foreach ( CHOICES as $name => $values ) {
		foreach ( $values as $value ) {
			$choices[ $name ][] = array( 'value' => $value, 'label' => $names[ $value ] );
		}
	}
	return array(
		'title'   => __( 'Omställningskartan', 'omstallningskartan' ),
		'what'    => '' === app()
			? __( 'Appens adress är inte inställd än (Inställningar, Omställningskartan).', 'omstallningskartan' )
			: __( 'Kartan visas på sidan, inte här i redigeraren. Förhandsgranska för att se den.', 'omstallningskartan' ),
		'choices' => $choices,
		'labels'  => array(
			'contract' => __( 'Kontrakt: kommun (orebro) eller fil, flera med komma emellan', 'omstallningskartan' ),
			'view'     => __( 'Vy', 'omstallningskartan' ),
			'as'       => __( 'Form', 'omstallningskartan' ),
			'lang'     => __( 'Språk', 'omstallningskartan' ),
			'theme'    => __( 'Färger', 'omstallningskartan' ),
			'version'  => __( 'Version (2025/26); tomt för den senaste', 'omstallningskartan' ),
			'height'   => __( 'Höjd i bildpunkter, tills kartan själv säger hur hög den är', 'omstallningskartan' ),
			'title'    => __( 'Vad ramen heter för skärmläsare; tomt för vyns namn', 'omstallningskartan' ),
		),
	);
}

const EDITOR = <<<'JS'
( function ( wp, words ) {
	var el = wp.element.createElement;
	var part = wp.components;
	wp.blocks.registerBlockType( 'omstallningskartan/karta', {
		edit: function ( props ) {
			var fields = Object.keys( words.labels ).map( function ( name ) {
				var number = name === 'height';
				return el( words.choices[ name ] ? part.SelectControl : part.TextControl, {
					key: name,
					label: words.labels[ name ],
					value: props.attributes[ name ],
					options: words.choices[ name ],
					type: number ? 'number' : undefined,
					onChange: function ( value ) {
						var changed = {};
						changed[ name ] = number ? parseInt( value, 10 ) || undefined : value;
						props.setAttributes( changed );
					},
				} );
			} );
			var box = el( part.Placeholder, { icon: 'chart-pie', label: words.title, instructions: words.what, isColumnLayout: true }, fields );
			return el( 'div', wp.blockEditor.useBlockProps(), box );
		},
		save: function () {
			return null;
		},
	} );
} )( window.wp, window.omstallningskartanWords );
JS;

// ---- The settings

/** An https address of a folder, with a slash at its end. What is none is refused with a word, and the one before stays. */
function sanitized_app( $value ): string {
	$value = trim( is_string( $value ) ? $value : '' );
	if ( '' === $value ) {
		return '';
	}
	$url   = esc_url_raw( $value, array( 'https' ) );
	$parts = wp_parse_url( $url );
	if ( ! is_array( $parts ) || 'https' !== ( $parts['scheme'] ?? '' ) || empty( $parts['host'] ) || isset( $parts['user'] ) ) {
		add_settings_error( 'omstallningskartan_app', 'not-https', __( 'Adressen ska börja med https:// och leda till appen. Den är inte ändrad.', 'omstallningskartan' ) );
		return app();
	}
	$port = isset( $parts['port'] ) ? ':' . $parts['port'] : '';
	$path = preg_replace( '~/index\.html$~', '/', $parts['path'] ?? '/' );
	return trailingslashit( 'https://' . $parts['host'] . $port . $path );
}

function sanitized_follow( $value ): string {
	return '1' === (string) $value ? '1' : '0';
}

add_action(
	'admin_menu',
	function (): void {
		$name = __( 'Omställningskartan', 'omstallningskartan' );
		add_options_page( $name, $name, 'manage_options', 'omstallningskartan', __NAMESPACE__ . '\settings_page' );
	}
);

add_action(
	'admin_notices',
	function (): void {
		if ( '' !== app() || ! current_user_can( 'manage_options' ) ) {
			return;
		}
		printf(
			'<div class="notice notice-warning"><p>%1$s <a href="%2$s">%3$s</a></p></div>',
			esc_html__( 'Omställningskartan visas inte förrän du har sagt var appen ligger.', 'omstallningskartan' ),
			esc_url( admin_url( 'options-general.php?page=omstallningskartan' ) ),
			esc_html__( 'Ställ in adressen', 'omstallningskartan' )
		);
	}
);

function settings_page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	?>
	<div class="wrap">
		<h1><?php esc_html_e( 'Omställningskartan', 'omstallningskartan' ); ?></h1>
		<form action="options.php" method="post">
			<?php settings_fields( 'omstallningskartan' ); ?>
			<table class="form-table" role="presentation">
				<tr>
					<th scope="row"><label for="omstallningskartan_app"><?php esc_html_e( 'Appens adress', 'omstallningskartan' ); ?></label></th>
					<td>
						<input type="url" class="regular-text" id="omstallningskartan_app" name="omstallningskartan_app" value="<?php echo esc_attr( app() ); ?>" placeholder="https://karta.example/" aria-describedby="omstallningskartan_app_what">
						<p class="description" id="omstallningskartan_app_what"><?php esc_html_e( 'Mappen där appen ligger. Den ska börja med https.', 'omstallningskartan' ); ?></p>
					</td>
				</tr>
				<tr>
					<th scope="row"><?php esc_html_e( 'Höjd', 'omstallningskartan' ); ?></th>
					<td>
						<input type="hidden" name="omstallningskartan_follow" value="0">
						<label><input type="checkbox" name="omstallningskartan_follow" value="1" aria-describedby="omstallningskartan_follow_what" <?php checked( '0' !== get_option( 'omstallningskartan_follow', '1' ) ); ?>> <?php esc_html_e( 'Låt ramens höjd följa kartans', 'omstallningskartan' ); ?></label>
						<p class="description" id="omstallningskartan_follow_what"><?php esc_html_e( 'Då hämtar sidor med en karta programmet embed.js från appens adress. Det körs på din sida, så välj bort det om du inte litar på den som driver adressen. Ramen får då den höjd som står i blocket eller kortkoden.', 'omstallningskartan' ); ?></p>
					</td>
				</tr>
			</table>
			<?php submit_button(); ?>
		</form>
	</div>
	<?php
}

register_uninstall_hook( __FILE__, __NAMESPACE__ . '\forget' );

/** Leaves nothing behind when the plugin is deleted. */
function forget(): void {
	delete_option( 'omstallningskartan_app' );
	delete_option( 'omstallningskartan_follow' );
}
